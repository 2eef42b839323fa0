/** What a region's own tools ask; a test runs it through the gateway with a key. */
export const regionOperation = `query RegionIndicators($code: ID!, $year: Int) {
  region(code: $code) {
    name
    offerIndicators { communes communesQualified fibreShare }
    directoryIndicators(year: $year) {
      solosIdentified { value suppressed atLeast atMost }
      solosPublished { value suppressed atLeast atMost }
    }
    accompanimentIndicators(year: $year) {
      prospectsAttended { value suppressed atLeast atMost }
      installationsEffective { value suppressed atLeast atMost }
      installationsPlanned { value suppressed atLeast atMost }
    }
    breakdown(indicator: INSTALLATIONS_EFFECTIVE, year: $year) {
      territory { slug name }
      value
      suppressed
    }
  }
}`;
