import AsyncHTTPClient
import Domain
import NIOCore
import NIOPosix

/// Asks a service whether it serves, as a visitor would: from outside, over its published port.
struct Prober: Sendable {
    private let client: HTTPClient

    init() {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        client = HTTPClient(
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration)
    }

    func close() async { try? await client.shutdown() }

    /// `nil` when all is well, else what is not, in words.
    func trouble(with check: HealthCheck, host: String, port: Int) async -> String? {
        let limit = TimeAmount.milliseconds(check.timeout.milliseconds)
        switch check.probe {
        case .http(let path, let headers, let status):
            let name = host.contains(":") ? "[\(host)]" : host
            var request = HTTPClientRequest(url: "http://\(name):\(port)\(path)")
            for (name, value) in headers { request.headers.replaceOrAdd(name: name, value: value) }
            // A connection that is kept would outlive a restart of the service.
            request.headers.replaceOrAdd(name: "Connection", value: "close")
            return await trouble(with: request, wanting: status, limit)
        case .tcp: return await trouble(connectingTo: host, port, limit)
        }
    }

    private func trouble(
        with request: HTTPClientRequest, wanting status: Int?, _ limit: TimeAmount
    ) async -> String? {
        do {
            let code = Int(try await client.execute(request, timeout: limit).status.code)
            let isWell = status.map { $0 == code } ?? (200..<400).contains(code)
            return isWell ? nil : "it answers with HTTP status \(code)"
        } catch let error as HTTPClientError where error == .deadlineExceeded {
            return "it does not answer within \(limit.nanoseconds / 1_000_000) ms"
        } catch {
            return "its port does not answer"
        }
    }

    /// A connection that opens and stays. Docker's proxy opens one even where nobody listens
    /// behind it, and closes it at once.
    private func trouble(
        connectingTo host: String, _ port: Int, _ limit: TimeAmount
    ) async -> String? {
        do {
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(limit)
                .connect(host: host, port: port).get()
            let grace = min(limit, .milliseconds(200))
            let patience = channel.eventLoop.scheduleTask(in: grace) {}
            channel.closeFuture.whenComplete { _ in patience.cancel() }
            let isOpen = (try? await patience.futureResult.get()) != nil
            if isOpen { try? await channel.close() }
            return isOpen ? nil : "its port closes every connection"
        } catch {
            return "its port does not answer"
        }
    }
}
