package import AsyncHTTPClient
package import DockerAPI
import Foundation
package import NIOCore
import NIOFoundationCompat
package import Testing

/// The image that `scripts/build-isso-image` builds, and how it is spoken to.
package enum Isso {
    package static let image = "holdfast/isso:0.14.0"

    private static let path = Checkout.root.appending(path: ".build-images/isso.tar")

    private static let turnstile = Turnstile(places: 1)

    static var isBuilt: Bool { FileManager.default.fileExists(atPath: path.path()) }

    /// Gives the daemon the image, unless it has it.
    package static func load(into client: DockerClient) async throws {
        await turnstile.enter()
        defer { turnstile.leave() }
        if (try? await client.inspectImage(image)) != nil { return }
        let lines = try await client.loadImage(tar: Array(try Data(contentsOf: path)))
        while try await lines.next() != nil {}
    }

    package static func post(_ text: String, to url: String) async throws {
        let isKept = try await offer(text, to: url, by: .shared, within: .seconds(30))
        try #require(isKept)
    }

    /// Whether the service has answered that it keeps the text.
    package static func offer(
        _ text: String, to url: String, by client: HTTPClient, within limit: TimeAmount
    ) async throws -> Bool {
        var request = request("\(url)/new?uri=/page")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        let body = try JSONEncoder().encode(["text": text, "title": "A page"])
        request.body = .bytes(ByteBuffer(bytes: body))
        return try await client.execute(request, timeout: limit).status == .created
    }

    /// The texts of the comments as they were written, oldest first.
    package static func comments(at url: String) async throws -> [String] {
        struct Thread: Decodable {
            struct Comment: Decodable { var text: String }
            var replies: [Comment]
        }
        let response = try await HTTPClient.shared.execute(
            request("\(url)/?uri=/page"), timeout: .seconds(30))
        let bytes = try await response.body.collect(upTo: 1 << 20)
        return try JSONDecoder().decode(Thread.self, from: Data(buffer: bytes)).replies
            .map { $0.text.replacing("<p>", with: "").replacing("</p>", with: "") }
    }

    /// A connection that is kept would outlive a restart of the service.
    private static func request(_ url: String) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: url)
        request.headers.add(name: "Connection", value: "close")
        return request
    }
}

extension Trait where Self == ConditionTrait {
    package static var needsIsso: Self {
        .enabled(
            if: Isso.isBuilt,
            "There is no .build-images/isso.tar; build it by scripts/build-isso-image.")
    }
}
