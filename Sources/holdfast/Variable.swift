import ArgumentParser
import Foundation

/// A setting in the environment.
struct Variable {
    private let name: String

    init(_ name: String) { self.name = "HOLDFAST_\(name)" }

    private var text: String? { ProcessInfo.processInfo.environment[name] }

    /// What it says, if it says something.
    var given: String? { text.flatMap { $0.isEmpty ? nil : $0 } }

    /// The value, or `standard` where there is none; `check` finds what cannot be read.
    func value<Value: ExpressibleByArgument>(else standard: Value) -> Value {
        text.flatMap(Value.init(argument:)) ?? standard
    }

    /// The value, or nothing where there is none.
    func value<Value: ExpressibleByArgument>() -> Value? {
        text.flatMap(Value.init(argument:))
    }

    /// Values with commas between; none where there is no such variable.
    func list<Value: ExpressibleByArgument>() -> [Value] {
        words.compactMap { Value(argument: $0) }
    }

    func checkList<Value: ExpressibleByArgument>(_: Value.Type, _ example: String) throws {
        guard words.contains(where: { Value(argument: $0) == nil }) else { return }
        throw ValidationError(
            "\(name) is “\(words.joined(separator: ","))”; write it like this: \(example)")
    }

    private var words: [String] {
        (given ?? "").split(separator: ",").map { word in String(word.filter { $0 != " " }) }
    }

    func check<Value: ExpressibleByArgument>(_: Value.Type, _ example: String) throws {
        guard let text, Value(argument: text) == nil else { return }
        throw ValidationError("\(name) is “\(text)”; write it like this: \(example)")
    }
}
