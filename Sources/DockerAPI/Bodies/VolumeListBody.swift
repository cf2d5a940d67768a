/// A list of volumes.
struct VolumeListBody: Decodable {
    var volumes: [VolumeInspection]?

    private enum CodingKeys: String, CodingKey { case volumes = "Volumes" }
}
