package import DockerAPI
package import Domain

extension VolumeBody {
    /// The volume that a claim is to become. Docker's local driver knows no sizes: the claim's
    /// is advisory.
    package init(_ claim: Desired.Claim, install: String, uid: ClaimUID) {
        self.init(
            name: claim.name.rawValue,
            labels: [
                Label.install: install,
                Label.volume: claim.volumeID.rawValue,
                Label.claim: uid.rawValue,
            ])
    }
}
