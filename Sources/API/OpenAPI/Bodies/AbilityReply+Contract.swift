import Domain
import Wire

extension AbilityReply: Documented {
    static let about = "Whether something can be done."

    static let notes: [String: Note] = [
        "answer": .oneOf(StorageAbilities.Ability.Answer.self, "As far as it could be found out."),
        "why": "In words, where it is not simply so.",
    ]

    static let example = AbilityReply(answer: "no", why: "its class does not allow it")
}
