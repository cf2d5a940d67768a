/// Decides whatever is left to chance; the same seed always decides the same.
package struct Dice: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed &* 0x2545_f491_4f6c_dd1d &+ 0x1234_5678_9abc_def1 }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// From 0 up to, and without, `end`.
    package mutating func below(_ end: Int) -> Int {
        Int(((next() >> 32) * UInt64(end)) >> 32)
    }

    /// True so many times in a hundred.
    package mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    package mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[below(choices.count)]
    }

    /// One of them, each as likely as its weight says.
    package mutating func pick<Choice>(weighted choices: [(weight: Int, Choice)]) -> Choice {
        var place = below(choices.reduce(0) { $0 + $1.weight })
        for (weight, choice) in choices {
            if place < weight { return choice }
            place -= weight
        }
        return choices[choices.count - 1].1
    }
}
