import Domain
import Foundation
import Testing

@testable import CatalogFiles

/// `catalog/schema.json` tells editors what the readers take.
@Suite("The schema for editors") struct SchemaTests {
    private struct Schema: Decodable {
        var properties: [String: Schema]?
        var required: [String]?
    }

    private static let folder =
        #filePath
        .split(separator: "/").dropLast(3).map { "/\($0)" }.joined() + "/catalog"

    @Test("knows the keys of a service, and which must be there") func keys() throws {
        let data = try Data(contentsOf: URL(filePath: "\(Self.folder)/schema.json"))
        let schema = try JSONDecoder().decode(Schema.self, from: data)
        let properties = try #require(schema.properties)
        #expect(Set(properties.keys) == Set(CatalogService.keys))
        #expect(Set(try #require(schema.required)) == (try requiredKeys()))
    }

    @Test("is named by every file that is shipped") func named() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
            .filter { $0.hasSuffix(".yaml") }
        for file in files {
            let text = try String(contentsOfFile: "\(Self.folder)/\(file)", encoding: .utf8)
            #expect(text.hasPrefix("# yaml-language-server: $schema=schema.json\n"), "\(file)")
        }
    }

    /// Those that the reader misses in a file that has none of them.
    private func requiredKeys() throws -> Set<String> {
        do {
            _ = try CatalogLoader.read(["empty.yaml": "experimental: yes\n"])
            return []
        } catch {
            let missing = error.description.matches(of: /“(\w+)” is missing/)
            return Set(missing.map { String($0.1) })
        }
    }
}
