import Domain
import FoundationEssentials
import Glibc

/// Where mails lie while they are sent, closed to others: curl reads them from a file, since its
/// standard input is taken by what must not be seen among its arguments.
struct OutgoingFolder: Sendable {
    let path: String

    init(_ path: String) throws {
        self.path = path
        let files = FileManager.default
        try files.createDirectory(
            atPath: path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        for name in try files.contentsOfDirectory(atPath: path) {
            try files.removeItem(atPath: "\(path)/\(name)")
        }
    }

    /// - Returns: The file's path.
    func keep(_ data: Data) throws(DeliveryFailure) -> String {
        let file = "\(path)/mail-\(UUID().uuidString)"
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        guard Self.write(data, to: descriptor) else {
            let failure = failure()
            remove(file)
            throw failure
        }
        return file
    }

    private func failure() -> DeliveryFailure {
        .later("A mail cannot be written to \(path): \(String(cString: strerror(errno))).")
    }

    func remove(_ file: String) { unlink(file) }

    private static func write(_ data: Data, to descriptor: Int32) -> Bool {
        data.withUnsafeBytes { bytes in
            var place = 0
            while place < bytes.count {
                let count = Glibc.write(
                    descriptor, bytes.baseAddress.map { $0 + place }, bytes.count - place)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                place += count
            }
            return true
        }
    }
}
