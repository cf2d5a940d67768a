/// Room on the disk of a path.
package struct DiskFacts: Equatable, Sendable {
    /// What is kept there, for people: `the data directory`.
    package var what: String
    package var path: String
    package var free: Int64
    package var total: Int64
    package var freeFiles: Int64
    /// 0 where the disk does not count them.
    package var totalFiles: Int64

    package init(
        what: String, path: String, free: Int64, total: Int64, freeFiles: Int64 = 0,
        totalFiles: Int64 = 0
    ) {
        self.what = what
        self.path = path
        self.free = free
        self.total = total
        self.freeFiles = freeFiles
        self.totalFiles = totalFiles
    }

    /// Below this, a write may fail at any moment.
    private static let least: Int64 = 64 << 20

    var findings: [Diagnosis] {
        let place = "\(what) (\(path))"
        let room = "\(Self.megabytes(free)) of \(Self.megabytes(total)) MiB"
        guard free >= Self.least else {
            return [
                .problem(
                    .disk, .disk, "The disk of \(place) is full: \(room) are free.",
                    "Make room on it now. Until then requests are refused; services go on until "
                        + "they need room themselves.")
            ]
        }
        guard !areFilesScarce(1) else {
            return [
                .problem(
                    .disk, .disk, "The disk of \(place) has \(freeFiles) inodes left.",
                    "Remove files from it: it takes no new ones, though there is room.")
            ]
        }
        guard free >= 1 << 30, free * 20 >= total, !areFilesScarce(5) else {
            return [
                .note(
                    .disk,
                    "The disk of \(place) is nearly full: \(room) and \(freeFiles) inodes are "
                        + "free.",
                    "Make room on it, or give it more.")
            ]
        }
        return [.ok(.disk, "The disk of \(place) has room: \(room) are free.")]
    }

    private func areFilesScarce(_ percent: Int64) -> Bool {
        totalFiles > 0 && freeFiles * 100 < totalFiles * percent
    }

    private static func megabytes(_ bytes: Int64) -> Int64 { bytes >> 20 }
}
