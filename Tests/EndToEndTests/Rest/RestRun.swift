import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Testing

/// Sends the requests of a file, one after the other, as a person does.
struct RestRun {
    private var variables: [String: String]
    private var answers: [String: RestAnswer] = [:]

    /// Something is referred to that is not there.
    struct Unknown: Error { var name: String }

    init(_ file: RestFile, with values: [String: String]) {
        variables = file.variables.merging(values) { $1 }
    }

    /// Sends a request, and records what is not as it is expected.
    mutating func send(_ request: RestRequest) async throws {
        let answer = try await open(request)
        if let name = request.name { answers[name] = answer }
        for expectation in request.expectations {
            let complaint = try answer.complaint(about: expectation, fill: fill)
            #expect(
                complaint == nil,
                "Line \(request.line), \(request.title): \(answer.body.prefix(1_000))")
        }
    }

    private func open(_ request: RestRequest) async throws -> RestAnswer {
        var sent = HTTPClientRequest(url: try fill(request.url))
        sent.method = HTTPMethod(rawValue: request.method)
        for (name, value) in request.headers {
            sent.headers.add(name: name, value: try fill(value))
        }
        // A connection that is kept would outlive a restart of the service.
        sent.headers.add(name: "Connection", value: "close")
        sent.body = try request.body.map { .bytes(ByteBuffer(string: try fill($0))) }
        let response = try await HTTPClient.shared.execute(sent, timeout: .seconds(90))
        let body = try await response.body.collect(upTo: 4 << 20)
        return RestAnswer(
            status: Int(response.status.code),
            headers: Dictionary(
                response.headers.map { ($0.name.lowercased(), $0.value) }
            ) { $1 },
            body: String(buffer: body))
    }

    /// Puts values in place of `{{name}}`, `{{name.response.body.$.path}}` and `{{$timestamp}}`.
    func fill(_ text: String) throws -> String {
        try text.replacing(/{{([^{}]+)}}/) { try value(of: String($0.1)) }
    }

    private func value(of name: String) throws -> String {
        if name == "$timestamp" { return "\(Int(Date().timeIntervalSince1970))" }
        if let value = variables[name] { return value }
        guard let match = name.wholeMatch(of: /(\w+)\.response\.body\.(\$.*)/),
            let value = answers[String(match.1)]?.value(at: String(match.2))
        else { throw Unknown(name: name) }
        return value
    }

    /// As though a request had been answered.
    mutating func remember(_ answer: RestAnswer, as name: String) { answers[name] = answer }
}
