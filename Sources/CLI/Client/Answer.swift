import FoundationEssentials
import Wire

/// What the server said: for us, and word for word for programs.
struct Answer<Value: Sendable>: Sendable {
    var value: Value
    var json: JSONValue
}

extension Answer where Value: Decodable {
    init(_ bytes: [UInt8]) throws(Failure) {
        do {
            let data = Data(bytes)
            value = try JSONDecoder().decode(Value.self, from: data)
            json = try JSONDecoder().decode(JSONValue.self, from: data)
        } catch {
            throw .badAnswer(
                "Is this a Holdfast server, and not much older or newer than this program?")
        }
    }
}
