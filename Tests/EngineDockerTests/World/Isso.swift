import AsyncHTTPClient
import Domain
import Foundation
import NIOCore
import NIOFoundationCompat
import Testing

/// The image that `scripts/build-isso-image` builds, and how it is spoken to.
enum Isso {
    private static let path = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: ".build-images/isso.tar")

    static var isBuilt: Bool { FileManager.default.fileExists(atPath: path.path()) }

    static func tar() throws -> [UInt8] { Array(try Data(contentsOf: path)) }

    static func post(_ text: String, to port: Int) async throws {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/new?uri=/page")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        let body = try JSONEncoder().encode(["text": text, "title": "A page"])
        request.body = .bytes(ByteBuffer(bytes: body))
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        try #require(response.status == .created)
    }

    /// The texts of the comments, oldest first.
    static func comments(at port: Int) async throws -> [String] {
        struct Thread: Decodable {
            struct Comment: Decodable { var text: String }
            var replies: [Comment]
        }
        let request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/?uri=/page")
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        let bytes = try await response.body.collect(upTo: 1 << 20)
        return try JSONDecoder().decode(Thread.self, from: Data(buffer: bytes)).replies
            .map(\.text)
    }
}

extension Trait where Self == ConditionTrait {
    static var needsIsso: Self {
        .enabled(
            if: Isso.isBuilt,
            "There is no .build-images/isso.tar; build it by scripts/build-isso-image.")
    }
}

extension CatalogService {
    static let isso = CatalogService(
        name: "isso", title: "Isso", summary: "Keeps comments.", image: "holdfast/isso:0.14.0",
        port: 8080, user: "1000:1000",
        volumes: [
            VolumeTemplate(
                name: "data", mountPath: "/data", owner: FileOwner(user: 1000, group: 1000))
        ],
        health: HealthCheck(
            probe: .http(path: "/info", headers: [:], status: 200), timeout: .seconds(5),
            startPeriod: .seconds(30)),
        stopTimeout: .seconds(10),
        variants: [
            Variant(
                name: "Basic",
                limits: Limits(
                    cpu: CPU(millicores: 500), memory: Bytes(128 << 20), processes: 64),
                volumeSizes: ["data": Bytes(100 << 20)])
        ])
}
