import type { Browser } from '@playwright/test'
import { comeIn, type Person } from './person.ts'

const names = {
  jelena: 'Jelena Stanković',
  milica: 'Milica Đorđević',
  rade: 'Rade Simić',
  ana: 'Ana Pavlović',
  zoran: 'Zoran Ilić',
  nenad: 'Nenad Petrović',
  miroslav: 'Miroslav Antonijević',
  tamara: 'Tamara Nikolić',
  petar: 'Petar Kostić',
  sonja: 'Sonja Ristić',
  radmila: 'Radmila Tasić',
  ivana: 'Ivana Cvetković',
  svetlana: 'Svetlana Rakić',
  snezana: 'Snežana Vasić',
} as const

/** Everybody of the main job who reads English, each in a browser session of their own, looking at what waits for them. */
export type Company = Readonly<Record<keyof typeof names, Person>>

/** Opens them one after another; a hasty start of so many pages would only measure the machine. */
export async function comeTogether(browser: Browser, address: string): Promise<Company> {
  const company: Partial<Record<keyof typeof names, Person>> = {}
  for (const [key, name] of Object.entries(names) as [keyof typeof names, string][]) company[key] = await comeIn(browser, address, name)
  return company as Company
}

/** The institutions of Niš by the names that the directory gives them in English. */
export const institutions = {
  swc: 'Social Welfare Center Niš',
  police: 'Police Department Niš',
  schools: 'Schools',
  health: 'Health care institutions (health center)',
  prosecution: "Higher Public Prosecutor's Office",
} as const
