#!/bin/bash
# Run once by the image of InfluxDB 2, when it has made the bucket: under this name the bucket is the database that is written to on
# /write and asked on /query.
set -euo pipefail
influx v1 dbrp create --db bandwatch --rp autogen --default --bucket-id "$DOCKER_INFLUXDB_INIT_BUCKET_ID"
