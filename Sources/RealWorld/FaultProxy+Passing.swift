import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import TestSupport
import Wire

extension FaultProxy {
    /// - Throws: where the connection is to break.
    func answer(_ request: Passenger, to outbound: Outbound) async throws {
        let model = request.model
        switch await fault(for: model) {
        case nil: try await pass(request, to: outbound)
        case .neverSent: throw Break()
        case .refused(let code, let retryAfter):
            try await refuse(.refusal(code, retryAfter: retryAfter), to: outbound)
        case .delayed(let pause):
            try await Task.sleep(for: pause)
            try await pass(request, to: outbound)
        case .sentTwice:
            if model.isWrite { _ = try await whole(request) }
            try await pass(request, to: outbound)
        case .answerLost(let then):
            if !model.isWatch { _ = try await whole(request) }
            await then()
            throw Break()
        case .truncated where model.isWatch: try await breakOff(request, to: outbound)
        case .truncated: try await truncate(request, to: outbound)
        }
    }

    private struct Break: Error {}

    /// Of the connection, not of the message (RFC 9110, 7.6.1).
    private static let ofConnections: Set<String> = [
        "connection", "content-length", "host", "transfer-encoding",
    ]

    private func send(_ request: Passenger) async throws -> HTTPClientResponse {
        var passed = HTTPClientRequest(url: plane.url + request.head.uri)
        passed.method = request.head.method
        for (name, value) in request.head.headers
        where !Self.ofConnections.contains(name.lowercased()) {
            passed.headers.add(name: name, value: value)
        }
        if request.body.readableBytes > 0 { passed.body = .bytes(request.body) }
        return try await client.execute(passed, timeout: .seconds(60))
    }

    private func whole(
        _ request: Passenger
    ) async throws -> (head: HTTPResponseHead, body: ByteBuffer) {
        let response = try await send(request)
        return (Self.head(of: response), try await response.body.collect(upTo: 256 << 20))
    }

    private static func head(of response: HTTPClientResponse) -> HTTPResponseHead {
        var headers = response.headers
        headers.remove(name: "Connection")
        return HTTPResponseHead(version: .http1_1, status: response.status, headers: headers)
    }

    /// As it comes, so that watches hear at once.
    private func pass(_ request: Passenger, to outbound: Outbound) async throws {
        let response = try await send(request)
        try await outbound.write(.head(Self.head(of: response)))
        for try await piece in response.body {
            try await outbound.write(.body(.byteBuffer(piece)))
        }
        try await outbound.write(.end(nil))
    }

    private func truncate(_ request: Passenger, to outbound: Outbound) async throws {
        var (head, body) = try await whole(request)
        head.headers.remove(name: "Transfer-Encoding")
        head.headers.replaceOrAdd(name: "Content-Length", value: "\(body.readableBytes)")
        try await outbound.write(.head(head))
        if let half = body.readSlice(length: body.readableBytes / 2) {
            try await outbound.write(.body(.byteBuffer(half)))
        }
        throw Break()
    }

    private func breakOff(_ request: Passenger, to outbound: Outbound) async throws {
        let response = try await send(request)
        try await outbound.write(.head(Self.head(of: response)))
        for try await var piece in response.body {
            if let half = piece.readSlice(length: piece.readableBytes / 2) {
                try await outbound.write(.body(.byteBuffer(half)))
            }
            break
        }
        throw Break()
    }

    private func refuse(_ answer: ModelAnswer, to outbound: Outbound) async throws {
        let body = ByteBuffer(string: answer.body.compact)
        var headers = HTTPHeaders([
            ("Content-Type", "application/json"), ("Content-Length", "\(body.readableBytes)"),
        ])
        if let seconds = answer.retryAfter { headers.add(name: "Retry-After", value: "\(seconds)") }
        let status = HTTPResponseStatus(statusCode: answer.code)
        try await outbound.write(
            .head(HTTPResponseHead(version: .http1_1, status: status, headers: headers)))
        try await outbound.write(.body(.byteBuffer(body)))
        try await outbound.write(.end(nil))
    }
}
