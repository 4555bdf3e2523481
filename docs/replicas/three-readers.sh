#!/bin/sh
# One broker, three readers and a first release, all on this machine; Ctrl-C stops them.
#
#   docs/replicas/three-readers.sh [FOLDER]
#
# The broker is that of KAFKA_HOME if it is set, else it is run from the jars that the tests have
# Maven fetch. FOLDER keeps all they write; a new one is made if none is given, and stays.
# BROKER_PORT (9092), READER_PORT (3031, and the two after it) and READER_OPTIONS can be set.
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
folder=${1:-$(mktemp -d)}
broker=${BROKER_PORT:-9092}
first=${READER_PORT:-3031}
log=kafka://127.0.0.1:$broker/triplehelix
mkdir -p "$folder"
echo "All is kept in $folder."

running=
stop() {
    trap - INT TERM EXIT
    # readers first, the broker last
    for process in $running; do
        kill "$process" 2>/dev/null || true
    done
    wait
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

cat >"$folder/server.properties" <<END
process.roles=broker,controller
node.id=1
listeners=PLAINTEXT://127.0.0.1:$broker,CONTROLLER://127.0.0.1:$((broker + 1))
controller.listener.names=CONTROLLER
controller.quorum.voters=1@127.0.0.1:$((broker + 1))
log.dirs=$folder/log
transaction.state.log.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
auto.create.topics.enable=false
END

if [ -n "${KAFKA_HOME:-}" ]; then
    storage() { "$KAFKA_HOME/bin/kafka-storage.sh" "$@"; }
    kafka() { exec "$KAFKA_HOME/bin/kafka-server-start.sh" "$@"; }
else
    echo "Asking Maven for the jars of the broker …"
    mvn -B -q -f "$home/pom.xml" dependency:build-classpath -DincludeScope=test \
        -Dmdep.outputFile="$folder/classpath"
    jars=$(tr ':' '\n' <"$folder/classpath" | grep -v gephi | tr '\n' ':')
    storage() { java -cp "$jars" kafka.tools.StorageTool "$@"; }
    kafka() { exec java -Xmx256m -cp "$jars" kafka.Kafka "$@"; }
fi

# Whether something can be had over HTTP.
answers() { curl -fs -o "$folder/answer" "$1"; }

# What went wrong, with the end of what the process said.
fail() {
    echo "$1; the end of $2:" >&2
    tail -n 20 "$2" >&2
    exit 2
}

[ -f "$folder/log/meta.properties" ] ||
    storage format -t MkU3OEVBNTcwNTJENDM2Qk -c "$folder/server.properties" \
        >"$folder/format.txt" 2>&1 || fail "The folder of the log could not be made" "$folder/format.txt"
kafka "$folder/server.properties" >"$folder/broker.txt" 2>&1 &
broker_process=$!
running=$broker_process
until grep -qs 'Kafka Server started' "$folder/broker.txt"; do
    kill -0 $broker_process 2>/dev/null || fail "The broker has ended" "$folder/broker.txt"
    sleep 1
done

"$home/helix" publish --to "$log" --state "$folder/publisher"

for number in 0 1 2; do
    # shellcheck disable=SC2086
    "$home/helix" serve --follow "$log" --store-follow "$folder/reader-$number" \
        --port $((first + number)) ${READER_OPTIONS:-} >"$folder/reader-$number.txt" 2>&1 &
    eval "reader_$number=$!"
    running="$! $running"
done
for number in 0 1 2; do
    eval "reader=\$reader_$number"
    until answers "http://127.0.0.1:$((first + number))/ready"; do
        # shellcheck disable=SC2154
        kill -0 "$reader" 2>/dev/null || fail "A reader has ended" "$folder/reader-$number.txt"
        sleep 1
    done
    echo "http://localhost:$((first + number))/ is ready: $(tr -d '\n' <"$folder/answer")"
done
echo "Publish to them with: $home/helix publish --to $log --state $folder/publisher"
wait $broker_process
