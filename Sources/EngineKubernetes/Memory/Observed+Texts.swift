import Domain

extension Observed {
    /// What it says of claims, their objects say, too.
    func sharing(_ texts: SharedTexts) -> Observed {
        var same = self
        same.claims = Dictionary(
            uniqueKeysWithValues: claims.map { name, claim in
                var claim = claim
                claim.uid = ClaimUID(texts.familiar(claim.uid.rawValue))
                claim.volumeID = claim.volumeID.map { VolumeID(texts.familiar($0.rawValue)) }
                return (ClaimName(texts.familiar(name.rawValue)), claim)
            })
        return same
    }
}
