/// What the document's examples speak of: one customer, who has Isso.
enum Example {
    static let user = "01k9y3v0q4h8m2x7z5c6b1n0ad"
    static let subscription = "01k9y4a7w2j5t8r3f6g9d0s1bc"
    static let instanceID = "01k9y4a7w3c8v5n2m7k4h1q6ef"
    static let volume = "01k9y4a7w4p9z6x3b8j5g2t7gh"
    static let operation = "01k9y4a7w5r0d7s4c9v6k3m8jk"
    static let token = "01k9y5c1n8q3f0w7e4z1x6h9mn"
    static let notice = "01k9y5d8r2v6b0g4j7s9w3y5pq"
    static let instance = "isso-4k7m2p9x"
    static let claim = "hf-3f8k2m-isso-4k7m2p9x-data-g1"
    static let digest = "5f1c9d0e7a3b48c2d6e8f0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5"
    static let url = "http://localhost:20000"
    static let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    static let then = "2026-01-31T09:30:00.000Z"
    static let later = "2026-01-31T09:30:02.417Z"
    static let paidUntil = "2030-02-28T09:30:00.000Z"
    static let end = "2026-02-03T09:30:00.000Z"
}
