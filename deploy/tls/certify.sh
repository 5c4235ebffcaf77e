#!/bin/sh
# Makes an authority for this installation and has it certify PostgreSQL and Redis, once: usage certify.sh DIR.
# DIR/authority holds the authority's certificate and key, DIR/clients its certificate alone, DIR/postgres and DIR/redis
# what each server needs. A certificate that ends within a month is made again, so start this again and then the servers.
set -eu
umask 077
cd "$1"
mkdir -p authority clients postgres redis
chmod 755 clients postgres redis

month=2592000
if ! openssl x509 -checkend $month -noout -in authority/ca.crt >/dev/null 2>&1; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj '/CN=PredictHealth authority' \
    -addext 'keyUsage=critical,keyCertSign,cRLSign' -keyout authority/ca.key -out authority/ca.crt 2>/dev/null
  rm -f postgres/server.crt redis/server.crt
fi
cp authority/ca.crt clients/ca.crt

for server in postgres redis; do
  if openssl x509 -checkend $month -noout -in $server/server.crt >/dev/null 2>&1; then continue; fi
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$server" \
    -keyout $server/server.key -out $server/server.csr 2>/dev/null
  # Health checks call the servers by their address.
  printf 'subjectAltName=DNS:%s,IP:127.0.0.1\nextendedKeyUsage=serverAuth\n' $server >$server/extensions
  openssl x509 -req -in $server/server.csr -CA authority/ca.crt -CAkey authority/ca.key -set_serial "0x$(openssl rand -hex 16)" \
    -days 397 -extfile $server/extensions -out $server/server.crt 2>/dev/null
  rm $server/server.csr $server/extensions
  # PostgreSQL and Redis run as this user in their images; PostgreSQL refuses a key that others can read.
  if [ "$(id -u)" = 0 ]; then chown 999 $server/server.key; fi
done
chmod 644 clients/ca.crt postgres/server.crt redis/server.crt
