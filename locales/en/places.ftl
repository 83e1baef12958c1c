# Where data lie: stores of files, databases elsewhere.
problem-files-away = The store of files does not answer just now, so files can’t be opened or added. Records can. Please try again in a moment.
error-files-place = Files can’t be kept in { $place }: { $detail }
error-s3-key = To keep files in a bucket, say by which key: --s3-key, and --s3-secret-file or CORDEE_S3_SECRET.
error-database-tls-mode = There is no sslmode “{ $value }”. It is one of: { $options }.
error-database-tls-file = The certificate file { $file } can’t be used: { $detail }
error-database-tls-pair = A certificate of your own for the database needs its key as well: give sslcert and sslkey.
error-database-tls-none = The database server does not speak TLS. Switch it on there (ssl = on), or say sslmode=disable in the address if the way to it is safe.
error-database-tls-unknown = The database server’s certificate is not vouched for by any that is believed ({ $detail }). Name the file of its authority: sslrootcert=/path/ca.pem
error-database-tls-name = The database server’s certificate is not made out for { $host }. Use the name that stands in it, or sslmode=verify-ca.
error-database-tls-expired = The database server’s certificate is not valid at this time ({ $detail }). Renew it, and look at the clocks of both machines.
error-database-tls = No TLS connection to the database came about: { $detail }
error-password-breached = This password came to light when another service was broken into, so it is tried first. Choose another one, and change it there too.
error-breached-passwords = { $file } holds no breached passwords ({ $detail }). It is the SHA-1 list of Have I Been Pwned, in one file ordered by hash, or its folder of ranges.
