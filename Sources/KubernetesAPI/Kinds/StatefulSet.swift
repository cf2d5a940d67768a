package import Wire

/// A StatefulSet, as far as it is looked at here.
package struct StatefulSet: Decodable, Equatable, Sendable {
    package struct Status: Decodable, Equatable, Sendable {
        package var observedGeneration: Int64?
        package var replicas: Int?
    }

    package var metadata: ObjectMeta
    /// Whole, to be compared with how it was made.
    package var spec: JSONValue
    package var status: Status?

    /// How many pods are wanted; 1 where it does not say.
    package var replicas: Int {
        if case .integer(let number)? = spec["replicas"] { number } else { 1 }
    }
}
