import Foundation
import Wire

/// What the server answered.
struct Reply {
    var status: Int
    var type: String?
    var data: Data

    var text: String { String(decoding: data, as: UTF8.self) }

    func read<Body: Decodable>(_ type: Body.Type = Body.self) throws -> Body {
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch {
            throw Unreadable(status: status, text: text)
        }
    }

    /// An answer that is not what was asked for.
    struct Unreadable: Error {
        var status: Int
        var text: String
    }
}
