import Glibc
import Synchronization

/// What a program reads from us, or writes to us: two ends, of which it gets the far one.
///
/// All of it lies in the kernel until it is read, so nobody waits for anybody; a program that says
/// more than fits is held up. Both ends are closed with this object, and in every program that is
/// started.
final class Conduit: Sendable {
    private static let longest = 1 << 16

    let far: Int32
    private let near: Int32
    private let isFarOpen = Mutex(true)

    /// `nil` where no more files can be opened. A pair of sockets, which other than a pipe can be
    /// closed to other programs from the first moment on, and ends nobody who writes in vain.
    init?() {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
        (near, far) = (ends[0], ends[1])
    }

    deinit {
        close(near)
        closeFar()
    }

    /// All that the program is to read.
    ///
    /// - Returns: Whether it fits.
    func fill(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.longest else { return false }
        let flags = Int32(MSG_DONTWAIT | MSG_NOSIGNAL)
        let sent = send(near, bytes, bytes.count, flags)
        return shutdown(near, Int32(SHUT_WR)) == 0 && sent == bytes.count
    }

    /// What the program has written until now, once it has ended.
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
        if isOurs { close(far) }
    }
}
