/// What a controller has said about an object.
package struct ClusterEvent: Decodable, Equatable, Sendable {
    package struct Subject: Decodable, Equatable, Sendable {
        package var kind: String?
        package var name: String?
        package var uid: String?
    }

    package var metadata: ObjectMeta
    package var involvedObject: Subject
    package var reason: String?
    package var message: String?
    /// `Normal`, `Warning`.
    package var type: String?
    package var lastTimestamp: String?
}
