import AsyncHTTPClient
import Glibc
import NIOCore

extension Setback {
    init(_ error: any Error, at server: ServerURL) {
        if let known = error as? Setback {
            self = known
        } else {
            self.init(
                error: KubernetesError(error, at: server), isDropped: Self.isDrop(error))
        }
    }

    private static func isDrop(_ error: any Error) -> Bool {
        if let error = error as? HTTPClientError { return error == .remoteConnectionClosed }
        return [ECONNRESET, EPIPE].contains((error as? IOError)?.errnoCode)
    }
}
