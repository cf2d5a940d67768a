/// The tier of its service that a subscription is to have.
package struct VariantBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable { case variant }

    package var variant: String

    package init(variant: String) { self.variant = variant }
}
