package import DockerAPI
package import Domain

extension Observed.Claim {
    /// A volume as a claim. One without our labels is somebody else's, and has an identity that
    /// none of ours ever has.
    package init(_ volume: VolumeInspection, install: String) {
        let labels = volume.labels ?? [:]
        guard labels[Label.install] == install, let uid = labels[Label.claim] else {
            self.init(uid: ClaimUID("foreign"), volumeID: nil)
            return
        }
        self.init(uid: ClaimUID(uid), volumeID: labels[Label.volume].map { VolumeID($0) })
    }
}
