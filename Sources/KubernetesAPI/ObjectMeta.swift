/// What every object says of itself, as far as it is looked at here.
package struct ObjectMeta: Decodable, Equatable, Sendable {
    package var name: String
    package var namespace: String?
    package var uid: String
    package var resourceVersion: String
    package var labels: [String: String]?
    package var annotations: [String: String]?
    /// When its end was asked for; it may live on until its finalizers are gone.
    package var deletionTimestamp: String?
    package var finalizers: [String]?
    package var creationTimestamp: String?
    package var generation: Int64?

    package var isTerminating: Bool { deletionTimestamp != nil }
}
