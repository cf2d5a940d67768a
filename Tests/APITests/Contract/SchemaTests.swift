import API
import Foundation
import Testing
import Wire

/// The bodies as the document tells them.
struct SchemaTests {
    private let document: JSONValue
    private let schemas: [String: JSONValue]

    init() throws {
        document = try OpenAPIDocument.json()
        schemas = try #require(document["components"]?["schemas"]).members
    }

    @Test func everyBodyOfWireIsInIt() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Wire")
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        let bodies = try files.flatMap { file in
            try String(contentsOf: file, encoding: .utf8)
                .matches(of: /package struct (\w+)(<.*>)?: (Codable|JSONBody)/)
                .map { String($0.1) }
        }
        #expect(bodies.count > 25)
        let missing = bodies.filter { body in !schemas.keys.contains { $0 == body } }
        // Pages are one schema for each kind of item.
        #expect(missing == ["PageReply"])
        #expect(schemas["SubscriptionReplyPage"] != nil)
    }

    @Test func everyExampleHasExactlyTheProperties() throws {
        for (name, schema) in schemas {
            let example = try #require(schema["examples"]?.items.first)
            let properties = try #require(schema["properties"]).members
            #expect(Set(example.members.keys) == Set(properties.keys), "\(name)")
            #expect(schema["additionalProperties"] == false, "\(name)")
            for (property, schema) in properties {
                #expect(schema["description"] != nil, "\(name).\(property)")
            }
        }
    }

    @Test func everyExampleKeepsItsSchema() throws {
        let check = SchemaCheck(document: document)
        for (name, schema) in schemas {
            let example = try #require(schema["examples"]?.items.first)
            #expect(check.complaints(about: example, schema, at: name) == [])
        }
    }

    @Test func whatMayBeLeftOutIsNotRequired() throws {
        let instance = try #require(schemas["InstanceReply"])
        let required = try #require(instance["required"]).items
        #expect(required.contains("volumes"))
        #expect(!required.contains("volumeClaimName"))
        #expect(instance["properties"]?["volumeClaimName"]?["type"] == "string")
        // What is sent may be null where it may be left out.
        let confirm = schemas["ConfirmBody"]?["properties"]?["confirm"]
        #expect(confirm?["type"] == ["string", "null"])
    }

    @Test func valuesThatDoNotFitAreSeen() throws {
        let check = SchemaCheck(document: document)
        let reference: JSONValue = ["$ref": "#/components/schemas/UndoReply"]
        let wrong: [JSONValue] = [
            [:], ["until": "2026-01-31T09:30:00Z"], ["until": "soon", "generation": 1],
            ["until": "2026-01-31T09:30:00Z", "generation": 0],
            ["until": "2026-01-31T09:30:00Z", "generation": "1"],
            ["until": "2026-01-31T09:30:00Z", "generation": 1, "more": true], "text",
        ]
        for value in wrong {
            #expect(check.complaints(about: value, reference, at: "") != [], "\(value)")
        }
        let right: JSONValue = ["until": "2026-01-31T09:30:00Z", "generation": 1]
        #expect(check.complaints(about: right, reference, at: "") == [])
    }
}
