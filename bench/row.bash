# Prints the median of the wall times of $runs runs of a command, after one that isn't counted; needs bash 5.
#   row LABEL COMMAND...
# If there is a function before_each, it is called before each run, and isn't measured.
row() {
  local label=$1 start i; shift
  "$@" > /dev/null
  for ((i = 0; i < runs; i++)); do
    ! declare -F before_each > /dev/null || before_each
    start=${EPOCHREALTIME/[.,]/}
    "$@" > /dev/null
    echo $((${EPOCHREALTIME/[.,]/} - start))
  done | sort -n | awk -v label="$label" '{t[NR]=$1} END {printf "  %-38s %6.0f ms   (%.0f to %.0f)\n", label, t[int((NR+1)/2)]/1000, t[1]/1000, t[NR]/1000}'
}
