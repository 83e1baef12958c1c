attachment = File
attachment-many = Files
attachment-name = Name
attachment-about = About
attachment-field = Field
attachment-kind = Kind of file
attachment-bytes = Bytes
attachment-digest = SHA-256
attachment-width = Width
attachment-height = Height

# The block on a record’s page
files-title = Files
files-removed = Removed files
files-show-removed = Removed
files-back = Back to files
files-none-removed = Nothing was removed in the last 30 days.
files-add = Drop, paste or choose files
files-send = Send
files-hint = up to { $limit } MB each
files-download = Download
files-remove = Remove
files-one-removed = { $name } was removed
files-added-done = Files added
files-restored = The file is back

# How large a file is
size-bytes =
    { $count ->
        [one] { $count } byte
       *[other] { $count } bytes
    }
size-kilobytes = { $number } kB
size-megabytes = { $number } MB
size-gigabytes = { $number } GB
