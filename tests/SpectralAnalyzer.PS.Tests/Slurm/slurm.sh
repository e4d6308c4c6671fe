#!/bin/sh
# slurm.sh start|stop FOLDER: a Slurm of one host with four processors, alone in a folder. It needs root, and of Debian
# slurm-wlm and munge. The ports are not those of a Slurm that may run here.
set -eu
mode=$1 folder=$2
export SLURM_CONF="$folder/slurm.conf"

stop() {
    for name in slurmd slurmctld munged; do
        [ -s "$folder/$name.pid" ] || continue
        pid=$(cat "$folder/$name.pid")
        # until it has ended, it writes into the folder
        if kill "$pid" 2>/dev/null; then timeout 30 tail --pid="$pid" -f /dev/null || kill -9 "$pid"; fi
    done
}

if [ "$mode" = stop ]; then
    stop
    exit
fi

mkdir -p "$folder/state" "$folder/spool"
chmod 700 "$folder"
host=$(hostname -s)
cat > "$SLURM_CONF" <<EOF
ClusterName=spectral
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=17817
SlurmdPort=17818
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
ReturnToService=2
JobRequeue=1
KillWait=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=4
PartitionName=batch Nodes=$host Default=YES State=UP
EOF
dd if=/dev/urandom of="$folder/munge.key" bs=128 count=1 2>/dev/null
chmod 600 "$folder/munge.key"
munged --force --socket="$folder/munge.socket" --key-file="$folder/munge.key" --pid-file="$folder/munged.pid" \
    --log-file="$folder/munged.log" --seed-file="$folder/munged.seed"
slurmctld -c
slurmd -c
