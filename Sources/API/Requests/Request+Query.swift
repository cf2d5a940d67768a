import Domain
import Hummingbird

extension Request {
    /// `?name=value`, if it is there. No name of anything holds a NUL.
    func query(_ name: String) throws(Refusal) -> String? {
        let value = uri.queryParameters.get(name)
        guard value?.utf8.contains(0) != true else {
            throw .invalid(field: name, why: "must not hold the character NUL")
        }
        return value
    }

    /// `?limit=&after=`, where the last page's `next` goes on.
    func page<Entity>(of entity: Entity.Type) throws(Refusal) -> Page<Entity> {
        Page(limit: try limit(), after: try query("after").map { Identifier($0) })
    }

    func limit() throws(Refusal) -> Int {
        try number("limit", in: 1...Page<User>.largest) ?? Page<User>().limit
    }

    /// `?before=`, a sequence number.
    func before() throws(Refusal) -> Int64? {
        try number("before", in: 1...Int.max).map { Int64($0) }
    }

    /// A whole number, if it is there.
    func number(_ name: String, in range: ClosedRange<Int>) throws(Refusal) -> Int? {
        guard let text = try query(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            let most = range.upperBound == .max ? "up" : "to \(range.upperBound)"
            throw .invalid(
                field: name, why: "must be a whole number from \(range.lowerBound) \(most)")
        }
        return number
    }

    /// `?name=true` or `?name=false`; nothing else is a boolean of the document.
    func flag(_ name: String) throws(Refusal) -> Bool {
        switch try query(name) {
        case nil, "false": false
        case "true": true
        default: throw .invalid(field: name, why: "must be true or false")
        }
    }
}
