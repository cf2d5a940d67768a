/// The running thing of one subscription.
///
/// The scalar volume fields show its first volume, under the names of the specification.
package struct InstanceReply: Codable, Equatable, Sendable {
    package var id: String
    /// To be typed to confirm a reset.
    package var name: String
    /// What it is to run; absent where its record is damaged.
    package var image: String?
    /// `RUNNING`, `STOPPED` or `ERASED`.
    package var wish: String
    /// What was last seen: `RUNNING`, `STARTING`, `LOST`, ….
    package var status: String
    /// Why it is in this status, where that is not plain.
    package var message: String?
    /// Since when; absent while it has never been looked at.
    package var since: String?
    package var url: String?
    /// The port of the host on which it is reached.
    package var port: Int
    /// How many restarts have been seen done.
    package var restarts: Int
    /// Which generation of volumes is attached.
    package var generation: Int
    package var volumeClaimName: String?
    /// `Pending`, `Bound` or `Lost`.
    package var volumeStatus: String?
    package var volumeSize: String?
    package var volumeMountPath: String?
    package var storageClass: String?
    package var accessMode: String?
    /// Of the present generation first, then those that are kept for an undo.
    package var volumes: [VolumeReply]
    /// Absent until the engine was first called.
    package var engine: EngineReply?

    package init(
        id: String, name: String, image: String? = nil, wish: String, status: String,
        message: String? = nil,
        since: String? = nil, url: String? = nil, port: Int, restarts: Int, generation: Int,
        volumeClaimName: String? = nil, volumeStatus: String? = nil, volumeSize: String? = nil,
        volumeMountPath: String? = nil, storageClass: String? = nil, accessMode: String? = nil,
        volumes: [VolumeReply], engine: EngineReply? = nil
    ) {
        self.id = id
        self.name = name
        self.image = image
        self.wish = wish
        self.status = status
        self.message = message
        self.since = since
        self.url = url
        self.port = port
        self.restarts = restarts
        self.generation = generation
        self.volumeClaimName = volumeClaimName
        self.volumeStatus = volumeStatus
        self.volumeSize = volumeSize
        self.volumeMountPath = volumeMountPath
        self.storageClass = storageClass
        self.accessMode = accessMode
        self.volumes = volumes
        self.engine = engine
    }
}
