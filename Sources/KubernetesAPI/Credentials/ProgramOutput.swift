import Glibc
import Synchronization

/// What a program writes, as far as the kernel keeps it; one that writes more is held up.
///
/// The library's own pipes end the whole program where one cannot be made, or is not read to its
/// end (swift-subprocess 1.0.2, `IODescriptor.deinit`).
final class ProgramOutput: Sendable {
    private static let longest = 1 << 20

    /// The program's end.
    let far: Int32
    private let near: Int32
    private let isFarOpen = Mutex(true)

    /// `nil` where no more files can be opened.
    init?() {
        var ends: [Int32] = [-1, -1]
        // Other than a pipe, it can be closed to other programs from its first moment on.
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
        near = ends[0]
        far = ends[1]
    }

    deinit {
        Glibc.close(near)
        closeFar()
    }

    /// All that was written until now, once the program has ended.
    func drain() -> String {
        closeFar()
        var all: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while all.count < Self.longest {
            let count = recv(near, &piece, piece.count, Int32(MSG_DONTWAIT))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            all += piece[..<count]
        }
        return String(decoding: all, as: UTF8.self)
    }

    private func closeFar() {
        let isOurs = isFarOpen.withLock { isOpen in
            defer { isOpen = false }
            return isOpen
        }
        if isOurs { Glibc.close(far) }
    }
}
