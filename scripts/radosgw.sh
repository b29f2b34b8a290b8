#!/bin/sh
# Starts Ceph's S3 gateway with a cluster of one machine on loopback, in memory, and stops it again:
#
#   sh scripts/radosgw.sh npx vitest run test/s3     runs a command with S3_TEST_ENDPOINT and keys in its environment
#   sh scripts/radosgw.sh                            prints them, and stops on Ctrl-C, or after half an hour
#
# Debian: apt-get install ceph-mon ceph-osd ceph-mgr radosgw curl
set -eu

for program in ceph-mon ceph-osd ceph-mgr radosgw radosgw-admin curl; do
  command -v "$program" >/dev/null || {
    echo "$program is missing: apt-get install ceph-mon ceph-osd ceph-mgr radosgw curl" >&2
    exit 1
  }
done

folder=$(mktemp -d "${TMPDIR:-/tmp}/radosgw.XXXXXX")
pids=''
stop() {
  trap - EXIT
  trap '' INT TERM HUP # a second signal must not keep the rest from being cleared away
  for pid in $pids; do kill -KILL "$pid" 2>/dev/null || true; done # nothing of it is kept
  for pid in $pids; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM HUP

# Three neighbouring ports, two of the monitor and one of the gateway, that the next process has not as well.
port=$((20000 + $$ % 6600 * 3))
monitor="[v2:127.0.0.1:$port,v1:127.0.0.1:$((port + 1))]"
fsid=$(cat /proc/sys/kernel/random/uuid)
export CEPH_CONF="$folder/ceph.conf"
cat >"$CEPH_CONF" <<CONF
[global]
fsid = $fsid
mon host = $monitor
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = none
auth service required = none
auth client required = none
ms mon client mode = crc
run dir = $folder
admin socket = $folder/\$name.asok
log file = $folder/\$name.log
pid file =
mon data = $folder/mon
mgr data = $folder/mgr
osd data = $folder/osd
osd objectstore = memstore
memstore device bytes = 2147483648
osd crush chooseleaf type = 0
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pg autoscale mode = off
mon allow pool size one = true
mon warn on pool no redundancy = false
mgr initial modules =
rgw data = $folder/rgw
rgw frontends = beast endpoint=127.0.0.1:$((port + 2))
rgw lifecycle work time = 00:00-00:01
CONF
mkdir "$folder/mgr" "$folder/osd" "$folder/rgw"

start() {
  "$@" >>"$folder/output" 2>&1 &
  pids="$! $pids"
}
fail() {
  echo "$1; what the programs said last:" >&2
  tail -n 20 "$folder/output" "$folder"/*.log >&2 || true
  exit 1
}

monmaptool --create --fsid "$fsid" --addv a "$monitor" "$folder/monmap" >>"$folder/output" 2>&1
ceph-mon --mkfs --id a --monmap "$folder/monmap" >>"$folder/output" 2>&1 || fail 'the monitor could not be made'
start ceph-mon --foreground --id a
start ceph-mgr --foreground --id a
timeout 30 ceph osd create >>"$folder/output" 2>&1 || fail 'the monitor does not answer'
ceph-osd --mkfs --id 0 >>"$folder/output" 2>&1 || fail 'the storage could not be made'
start ceph-osd --foreground --id 0
key=$(od -An -tx1 -N10 /dev/urandom | tr -d ' \n')
secret=$(od -An -tx1 -N20 /dev/urandom | tr -d ' \n')
timeout 60 radosgw-admin user create --uid=curbside --display-name=Curbside --access-key="$key" --secret-key="$secret" \
  >>"$folder/output" 2>&1 || fail 'no user could be made'
start radosgw --foreground --id rgw

export S3_TEST_ENDPOINT="http://127.0.0.1:$((port + 2))" AWS_ACCESS_KEY_ID="$key" AWS_SECRET_ACCESS_KEY="$secret"
tries=0
until curl --silent --output /dev/null "$S3_TEST_ENDPOINT"; do
  tries=$((tries + 1))
  [ "$tries" -lt 60 ] || fail 'the gateway does not answer'
  sleep 0.5
done

if [ $# -gt 0 ]; then
  "$@"
else
  echo "export S3_TEST_ENDPOINT=$S3_TEST_ENDPOINT AWS_ACCESS_KEY_ID=$key AWS_SECRET_ACCESS_KEY=$secret"
  sleep 1800 &
  pids="$! $pids"
  wait $!
fi
