import AsyncHTTPClient
import NIOCore

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension HTTPTransport {
    func words(for error: any Error) -> String {
        switch error {
        case let error as IOError: "\(String(cString: strerror(error.errnoCode)))."
        case let error as HTTPClientError: Self.words(for: error)
        default: "\(error)"
        }
    }

    private static func words(for error: HTTPClientError) -> String {
        switch error {
        case .connectTimeout: "It took more than 10 s to connect."
        case .deadlineExceeded: "There was no answer within 30 s."
        case .readTimeout: "It fell silent in the middle of its answer."
        case .remoteConnectionClosed: "It closed the connection."
        default: error.shortDescription
        }
    }
}
