import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The terminal, file or pipe that this process was started with.
final class ProcessTerminal: Terminal {
    private struct State {
        var note: String?
        var hidden: termios?
        var source: (any DispatchSourceSignal)?
    }

    /// Everything in it is only touched under its lock.
    private struct Guarded: @unchecked Sendable { var state = State() }

    private let guarded = Mutex(Guarded())

    var showsOutput: Bool { isatty(STDOUT_FILENO) == 1 }
    var showsErrors: Bool { isatty(STDERR_FILENO) == 1 }
    var canAsk: Bool { isatty(STDIN_FILENO) == 1 }

    var width: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return 80
        }
        return Int(size.ws_col)
    }

    func write(_ text: String) { Self.write(text, to: STDOUT_FILENO) }

    func complain(_ text: String) { Self.write(text, to: STDERR_FILENO) }

    func readLine() -> String? { Swift.readLine() }

    func readSecretLine() -> String? {
        var shown = termios()
        guard tcgetattr(STDIN_FILENO, &shown) == 0 else { return readLine() }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        watchInterrupts()
        guarded.withLock { $0.state.hidden = shown }
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
            guarded.withLock { $0.state.hidden = nil }
        }
        return readLine()
    }

    func noteOnInterrupt(_ note: String?) {
        watchInterrupts()
        guarded.withLock { $0.state.note = note }
    }

    /// From now on an interruption is noticed by us: the echo comes back, the note is said, and
    /// the process ends as it would have.
    private func watchInterrupts() {
        guarded.withLock { guarded in
            guard guarded.state.source == nil else { return }
            signal(SIGINT, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
            source.setEventHandler { [self] in interrupted() }
            source.activate()
            guarded.state.source = source
        }
    }

    private func interrupted() {
        let note = guarded.withLock { guarded in
            if var shown = guarded.state.hidden {
                tcsetattr(STDIN_FILENO, TCSANOW, &shown)
            }
            return guarded.state.note
        }
        complain(note.map { "\n\($0)\n" } ?? "\n")
        exit(ExitStatus.interrupted.rawValue)
    }

    /// A reader that has left (`holdfast list | head`) ends the process quietly.
    private static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { bytes in
                #if canImport(Glibc)
                    Glibc.write(descriptor, bytes.baseAddress, bytes.count)
                #else
                    Darwin.write(descriptor, bytes.baseAddress, bytes.count)
                #endif
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR, errno != EAGAIN {
                exit(ExitStatus.unreadOutput.rawValue)
            }
        }
    }
}
