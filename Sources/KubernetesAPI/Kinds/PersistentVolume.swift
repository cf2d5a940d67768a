package import Wire

/// What a claim is bound to: the bytes themselves, as far as it is looked at here.
package struct PersistentVolume: Equatable, Sendable {
    package struct ClaimReference: Decodable, Equatable, Sendable {
        package var namespace: String?
        package var name: String?
        package var uid: String?
    }

    package struct Spec: Decodable, Equatable, Sendable {
        /// `Retain` keeps the bytes when the claim goes, `Delete` destroys them with it.
        package var persistentVolumeReclaimPolicy: String?
        package var claimRef: ClaimReference?
        package var storageClassName: String?
        package var capacity: [String: String]?
    }

    package struct Status: Decodable, Equatable, Sendable {
        /// `Available`, `Bound`, `Released`, `Failed`.
        package var phase: String?
        package var message: String?
    }

    package var metadata: ObjectMeta
    package var spec: Spec
    package var status: Status?
    /// All that it says.
    package var whole: JSONValue

    package var isRetained: Bool { spec.persistentVolumeReclaimPolicy == "Retain" }
}

extension PersistentVolume: Decodable {
    private enum CodingKeys: CodingKey { case metadata, spec, status }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            metadata: try container.decode(ObjectMeta.self, forKey: .metadata),
            spec: try container.decode(Spec.self, forKey: .spec),
            status: try container.decodeIfPresent(Status.self, forKey: .status),
            whole: try JSONValue(from: decoder))
    }
}
