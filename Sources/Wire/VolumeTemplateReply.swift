/// A volume that every instance of a service gets.
package struct VolumeTemplateReply: Codable, Equatable, Sendable {
    package var name: String
    package var mountPath: String

    package init(name: String, mountPath: String) {
        self.name = name
        self.mountPath = mountPath
    }
}
