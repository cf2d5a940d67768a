import Domain
import FoundationEssentials
import Wire

/// Reads a JSON body, and refuses everything about it that is not understood.
enum StrictJSON {
    /// - Throws: `Refusal.malformed` for what is no JSON object, `Refusal.invalid` for a field
    ///   that is unknown, missing or of the wrong type.
    static func decode<Body: JSONBody>(
        _ type: Body.Type, from data: Data
    ) throws(Refusal) -> Body {
        let unknown = try names(in: data).filter { !type.fields.contains($0) }.min()
        if let unknown {
            throw .invalid(field: unknown, why: "is not known here. \(known(type))")
        }
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch let error as DecodingError {
            throw refusal(error)
        } catch {
            throw .malformed("The body cannot be read.")
        }
    }

    private static func known<Body: JSONBody>(_ type: Body.Type) -> String {
        type.fields.isEmpty
            ? "No fields are known here."
            : "Known fields are: \(type.fields.joined(separator: ", "))."
    }

    private static func names(in data: Data) throws(Refusal) -> [String] {
        guard String(validating: data, as: UTF8.self) != nil else {
            throw .malformed("The body is not valid UTF-8.")
        }
        if let complaint = JSONSyntax.complaint(about: data) { throw .malformed(complaint) }
        do {
            return try JSONDecoder().decode(FieldNames.self, from: data).names
        } catch {
            throw .malformed("The body must be a JSON object, such as {\"name\": \"value\"}.")
        }
    }

    private static func refusal(_ error: DecodingError) -> Refusal {
        switch error {
        case .keyNotFound(let key, _):
            .invalid(field: key.stringValue, why: "is missing")
        case .valueNotFound(_, let context):
            .invalid(field: path(context), why: "must not be null")
        case .typeMismatch(let type, let context):
            .invalid(field: path(context), why: "must be \(noun(for: type))")
        case .dataCorrupted(let context) where context.codingPath.isEmpty:
            .malformed("The body cannot be read: a text in it is not valid Unicode.")
        case .dataCorrupted(let context):
            .invalid(field: path(context), why: "cannot be read")
        @unknown default:
            .malformed("The body cannot be read.")
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        context.codingPath.map(\.stringValue).joined(separator: ".")
    }

    private static func noun(for type: any Any.Type) -> String {
        switch type {
        case is String.Type: "a text"
        case is Bool.Type: "true or false"
        default: "of another type"
        }
    }
}
