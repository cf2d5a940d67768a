import FoundationEssentials
package import Wire

/// The OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1).
package enum OpenAPIDocument {
    /// The document as it is served.
    static let text = Result { try JSONReply<Never>.encode(try json()) }

    /// Its entity tag, to tell one program's from another's: 64 bits of FNV-1a
    /// (http://www.isthe.com/chongo/tech/comp/fnv).
    static let tag = text.map { bytes in
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return "\"\(String(hash, radix: 16))\""
    }

    package static func json() throws -> JSONValue {
        [
            "openapi": "3.1.1", "info": info, "servers": [["url": "/"]],
            "security": [["bearer": []]],
            "tags": tags, "paths": try paths(),
            "components": [
                "schemas": try schemas(), "headers": headers, "links": links,
                "securitySchemes": [
                    "bearer": [
                        "type": "http", "scheme": "bearer",
                        "description": "The access token of a login, or an API token.",
                    ]
                ],
            ],
        ]
    }

    private static let info: JSONValue = [
        "title": "Holdfast", "version": "1",
        "summary": "Runs services that keep their data in files, and keeps that data.",
        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
        "description": """
        Whatever is refused is answered as a problem (RFC 9457) with a `type` that stays. A \
        method that a path does not have is answered by 405, `/problems/method` and `Allow`; \
        each GET can be sent as HEAD. Unknown fields of a body are refused. What is not the \
        caller's does not exist for them: 404.
        """,
    ]

    private static var tags: JSONValue {
        .array(Set(Contract.endpoints.map(\.tag)).sorted().map { ["name": .string($0)] })
    }

    private static func paths() throws -> JSONValue {
        var paths: [String: JSONValue] = [:]
        for endpoint in Contract.endpoints {
            paths[endpoint.path, default: [:]][endpoint.method.rawValue.lowercased()] =
                try endpoint.json()
        }
        return .object(paths)
    }

    private static func schemas() throws -> JSONValue {
        var known: [String: JSONValue] = [:]
        var waiting: [any Documented.Type] = [Problem.self]
        for endpoint in Contract.endpoints {
            waiting += endpoint.outcomes.flatMap { $0.bodies }
            if let body = endpoint.body { waiting.append(body.type) }
        }
        while let type = waiting.popLast() {
            guard known[type.schemaName] == nil else { continue }
            known[type.schemaName] = try type.definition()
            waiting += try type.members()
        }
        return .object(known)
    }
}
