import Foundation
import Wire

/// Where the next page of a list begins, and of which version.
///
/// Source: https://github.com/kubernetes/apiserver/blob/master/pkg/storage/continue.go
struct ContinueToken: Equatable {
    /// -1 once the version is forgotten: the rest as it is now.
    var version: Int
    /// The place after which the page begins.
    var after: String

    var text: String {
        let body: JSONValue = [
            "v": "meta.k8s.io/v1", "rv": .integer(version), "start": .string("/\(after)\u{0}"),
        ]
        return Data(body.compact.utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    init(version: Int, after: String) {
        self.version = version
        self.after = after
    }

    init(_ text: String) throws(ModelRefusal) {
        var padded = text.replacing("-", with: "+").replacing("_", with: "/")
        while padded.utf8.count % 4 != 0 { padded += "=" }
        guard
            let data = Data(base64Encoded: padded),
            let body = JSONValue(parsing: String(decoding: data, as: UTF8.self)),
            let version = body["rv"]?.int, let start = body["start"]?.text
        else { throw .badRequest("invalid continue token: continue key is not valid") }
        self.version = version
        after = String(start.dropFirst().dropLast())
    }
}
