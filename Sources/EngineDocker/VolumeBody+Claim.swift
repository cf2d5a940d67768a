package import DockerAPI
package import Domain

extension VolumeBody {
    /// The volume that a claim is to become. Docker's local driver knows no sizes: without a
    /// backing, the claim's is advisory.
    package init(
        _ claim: Desired.Claim, install: String, uid: ClaimUID,
        on backing: (any VolumeBacking)? = nil
    ) {
        var labels = [
            Label.install: install, Label.volume: claim.volumeID.rawValue,
            Label.claim: uid.rawValue,
        ]
        labels[Label.backing] = backing?.title
        self.init(
            name: claim.name.rawValue,
            options: backing.map {
                ["type": "none", "o": "bind", "device": $0.path(of: claim.name)]
            },
            labels: labels)
    }
}
