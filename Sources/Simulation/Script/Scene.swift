/// One deed, what goes wrong from then on, and how long everybody is left alone after it.
package struct Scene: Equatable, Sendable, Codable {
    package var deed: Deed
    package var faults: [Fault]
    /// In seconds; 0 lets the next deed race with this one.
    package var pause: Int

    package init(_ deed: Deed, faults: [Fault] = [], pause: Int = 5) {
        self.deed = deed
        self.faults = faults
        self.pause = pause
    }
}
