/// How volumes of a driver are copied as they are at a moment.
///
/// Source: https://kubernetes.io/docs/concepts/storage/volume-snapshot-classes/
package struct SnapshotClass: Decodable, Equatable, Sendable {
    package var metadata: ObjectMeta
    package var driver: String
}
