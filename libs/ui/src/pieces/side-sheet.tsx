import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTexts } from '../language.tsx'
import { Button } from './button.tsx'
import styles from './side-sheet.module.css'

/** A sheet that comes up from the bottom edge of a small screen and holds what stands beside the text on a large one. Escape closes it. */
export const SideSheet = ({ title, onClose, children }: { title: ReactNode; onClose: () => void; children: ReactNode }) => {
  const t = useTexts('ui')
  return (
    <ModalOverlay className={styles.scrim ?? ''} isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={styles.sheet ?? ''}>
        <Dialog className={styles.body ?? ''}>
          <header className={styles.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button kind="link" onPress={onClose}>
              {t('dialog.close')}
            </Button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
