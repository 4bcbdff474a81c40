#!/bin/sh
# Holds a list of processes, told line by line. When its input ends, whoever started them has ended and it stops what is left of them,
# the last one first. A line is: watch <pid> <signal> <last resort> | forget <pid>
trap '' INT TERM HUP
watched=''
while read -r word pid signal resort; do
  case $word in
    watch) watched="$pid:$signal:$resort $watched" ;;
    forget)
      kept=''
      for one in $watched; do [ "${one%%:*}" = "$pid" ] || kept="$kept $one"; done
      watched=$kept
      ;;
  esac
done
for one in $watched; do
  pid=${one%%:*}
  signals=${one#*:}
  kill -s "${signals%%:*}" "$pid" 2>/dev/null
  waited=0
  while kill -0 "$pid" 2>/dev/null && [ "$waited" -lt 100 ]; do
    sleep 0.1
    waited=$((waited + 1))
  done
  kill -s "${signals#*:}" "$pid" 2>/dev/null
done
