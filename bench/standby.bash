# What benches do with the Java that the launcher starts ahead.

# Until it is ready, a command starts a Java of its own.
await_standby() {
  local link
  until link=$(readlink target/standby) && [[ -s ${link#*:}/ready ]]; do sleep 0.1; done
}

# It ends itself when its link is gone. While it still prepares itself, it would take a part of what is measured next.
end_standby() {
  local link
  await_standby
  link=$(readlink target/standby)
  rm -f target/standby
  while [[ -d ${link#*:} ]]; do sleep 0.1; done
}
