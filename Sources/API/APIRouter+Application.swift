package import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import Wire

extension APIRouter {
    /// The API on a socket of its own.
    ///
    /// - Parameter onListening: Gets the port once connections are taken.
    package func application(
        at address: BindAddress, limits: ConnectionLimits = ConnectionLimits(), logger: Logger,
        onListening: @escaping @Sendable (_ port: Int?) async -> Void
    ) -> Application<RouterResponder<APIContext>> {
        Application(
            router: build(),
            server: .http1(
                configuration: .init(idleTimeout: TimeAmount(limits.silence))),
            configuration: ApplicationConfiguration(
                address: address, serverName: "holdfast/\(Version.current)",
                availableConnectionsDelegate: MaximumAvailableConnections(
                    limits.count, logger: logger)),
            onServerRunning: { await onListening($0.localAddress?.port) },
            logger: logger)
    }
}
