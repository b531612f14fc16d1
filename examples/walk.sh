#!/usr/bin/env bash
# The walk of the README: a state uploads licenses, a board's staff finds the practitioner.
#
#   npx projen local --once examples/walk.sh
#
# The local run sets the addresses and the clients of this environment.
set -euo pipefail

licenses="$COMPACT_STATE_API_URL/v1/compacts/aslp/jurisdictions/oh/licenses"
providers="$COMPACT_INTERNAL_API_URL/v1/compacts/aslp/providers"
answer="$(mktemp)"
trap 'rm -f "$answer"' EXIT

# field EXPRESSION: a value of the last answer, e.g. field .access_token
field() { node -p "JSON.parse(require('fs').readFileSync('$answer', 'utf8'))$1"; }

# call EXPECTED_STATUS CURL_ARGUMENTS…: one request, its status and its answer
call() {
  local expected="$1" status
  shift
  status="$(curl --silent --show-error --output "$answer" --write-out '%{http_code}' "$@")"
  echo "  $status $(head -c 300 "$answer")"
  [ "$status" = "$expected" ] || { echo "expected $expected, got $status: $(cat "$answer")" >&2; exit 1; }
}

machine_token() { # CLIENT_ID CLIENT_SECRET SCOPE
  call 200 "$COMPACT_STATE_AUTH_URL/oauth2/token" --data grant_type=client_credentials \
    --data client_id="$1" --data-urlencode client_secret="$2" --data-urlencode scope="$3" >/dev/null
  field .access_token
}

staff_token() { # E-MAIL: the authorization code grant with PKCE, as the web client does it
  local verifier challenge redirect code
  redirect="$COMPACT_STAFF_CALLBACK_URL"
  verifier="$(node -p "crypto.randomBytes(32).toString('base64url')")"
  challenge="$(node -p "crypto.createHash('sha256').update('$verifier').digest('base64url')")"
  code="$(curl --silent --output /dev/null --write-out '%{redirect_url}' "$COMPACT_STAFF_AUTH_URL/login" \
    --data client_id="$COMPACT_STAFF_CLIENT_ID" --data response_type=code --data-urlencode scope="openid email profile" \
    --data-urlencode redirect_uri="$redirect" --data state=walk --data code_challenge="$challenge" \
    --data code_challenge_method=S256 --data-urlencode username="$1" --data password=Local-run-password-1 \
    | sed 's/.*[?&]code=\([^&]*\).*/\1/')"
  call 200 "$COMPACT_STAFF_AUTH_URL/oauth2/token" --data grant_type=authorization_code \
    --data client_id="$COMPACT_STAFF_CLIENT_ID" --data code="$code" --data code_verifier="$verifier" \
    --data-urlencode redirect_uri="$redirect" >/dev/null
  field .access_token
}

license() { # SSN GIVEN_NAME EXPIRATION
  cat <<LICENSE
  {"ssn": "$1", "licenseType": "speech-language pathologist", "licenseStatus": "active", "compactEligibility": "eligible",
   "givenName": "$2", "familyName": "Okafor", "dateOfBirth": "1984-02-29", "dateOfIssuance": "2015-03-01",
   "dateOfExpiration": "$3", "homeAddressStreet1": "1 Canal Row", "homeAddressCity": "Rivertown",
   "homeAddressState": "oh", "homeAddressPostalCode": "43004"}
LICENSE
}

echo "1. the state's IT system gets a token by client credentials"
upload_token="$(machine_token "$COMPACT_UPLOAD_CLIENT_ID" "$COMPACT_UPLOAD_CLIENT_SECRET" oh/aslp.write)"

echo "2. a batch with an invalid record is refused whole; row and field are named"
call 400 "$licenses" --header "Authorization: Bearer $upload_token" --header "Content-Type: application/json" --data \
  "[$(license 900-11-2233 Renée 2099-03-31), $(license 900-11-2234 Amadi 2099-02-30), $(license 900-11-2235 Ngozi 2099-03-31)]"

echo "3. three licenses are accepted"
call 200 "$licenses" --header "Authorization: Bearer $upload_token" --header "Content-Type: application/json" --data \
  "[$(license 900-11-2233 Renée 2099-03-31), $(license 900-11-2234 Amadi 2099-03-31), $(license 900-11-2235 Ngozi 2099-03-31)]"

echo "4. a client without the write scope is refused"
read_token="$(machine_token "$COMPACT_READ_ONLY_CLIENT_ID" "$COMPACT_READ_ONLY_CLIENT_SECRET" aslp/readGeneral)"
call 403 "$licenses" --header "Authorization: Bearer $read_token" --header "Content-Type: application/json" --data "[]"

echo "5. a board director signs in and finds the practitioner within two seconds"
director_token="$(staff_token director@oh.example.org)"
for attempt in $(seq 1 20); do
  call 200 "$providers/query" --header "Authorization: Bearer $director_token" --header "Content-Type: application/json" --data \
    '{"query": {"familyName": "Okafor", "givenName": "Renée"}}' >/dev/null
  [ "$(field .providers.length)" = 1 ] && break
  [ "$attempt" = 20 ] && { echo "the practitioner did not appear within two seconds" >&2; exit 1; }
  sleep 0.1
done
provider="$(field '.providers[0].providerId')"
echo "  $provider after $attempt look(s)"

echo "6. the director, who may read private data, sees the date of birth"
call 200 "$providers/$provider" --header "Authorization: Bearer $director_token" >/dev/null
echo "  dateOfBirth: $(field .dateOfBirth), ssnLastFour: $(field .ssnLastFour)"
[ "$(field .dateOfBirth)" = 1984-02-29 ]

echo "7. a staff member without readPrivate does not"
call 200 "$providers/$provider" --header "Authorization: Bearer $(staff_token staff@oh.example.org)" >/dev/null
echo "  dateOfBirth: $(field .dateOfBirth), licenses: $(field .licenses.length)"
[ "$(field .dateOfBirth)" = undefined ] && [ "$(field .ssnLastFour)" = undefined ]
echo "done"
