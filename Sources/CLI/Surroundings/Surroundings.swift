import Dispatch
import FoundationEssentials

/// All that a command needs of the world outside, so that a test can stand in for it.
struct Surroundings: Sendable {
    var environment: [String: String]
    var terminal: any Terminal
    var transport: any Transport
    var pause: @Sendable (Duration) async throws -> Void
    /// Time that only goes forward, for spinners.
    var uptime: @Sendable () -> Duration
    /// A new name for a request, so that its repeat is not a second request.
    var newKey: @Sendable () -> String
    /// `nil` takes the program's own, if it has one.
    var inspector: LocalAudit.Inspector?

    init(
        environment: [String: String], terminal: any Terminal, transport: any Transport,
        pause: @escaping @Sendable (Duration) async throws -> Void,
        uptime: @escaping @Sendable () -> Duration, newKey: @escaping @Sendable () -> String,
        inspector: LocalAudit.Inspector? = nil
    ) {
        self.environment = environment
        self.terminal = terminal
        self.transport = transport
        self.pause = pause
        self.uptime = uptime
        self.newKey = newKey
        self.inspector = inspector
    }

    /// What the commands use; a test binds its own.
    @TaskLocal static var current = Surroundings.real

    /// This process, its terminal, and the network.
    private static let real = Surroundings(
        environment: ProcessInfo.processInfo.environment, terminal: ProcessTerminal(),
        transport: HTTPTransport(), pause: { try await Task.sleep(for: $0) },
        uptime: { .nanoseconds(DispatchTime.now().uptimeNanoseconds) },
        newKey: { UUID().uuidString.lowercased() })
}
