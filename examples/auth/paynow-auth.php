<?php
// Signing in with Steam for the shop, in one file for PHP 8.1 or later with curl. Put it anywhere on your site:
//   auth-url="/paynow-auth.php?action=token"  sign-in-url="/paynow-auth.php?action=steam"
// The settings are PAYNOW_STORE_ID, PAYNOW_API_KEY and SITE_URL: README.md beside this file says where they come from.
declare(strict_types=1);

namespace PaynowAuth;

const OPEN_ID = 'http://specs.openid.net/auth/2.0';
const ANYBODY = OPEN_ID . '/identifier_select';
const NEEDED = ['op_endpoint', 'claimed_id', 'identity', 'return_to', 'response_nonce', 'assoc_handle'];
const ATTEMPT_SECONDS = 600;
const ATTEMPTS_AT_ONCE = 4;
const SESSION_SECONDS = 30 * 86400;
// After an hour a page asks again, so that a sign-out reaches the pages that are still open.
const TOKEN_SECONDS = 3600;
const PATIENCE_SECONDS = 8;
const LOST = 'This sign-in took too long or was begun in another browser. Please begin again.';
const REFUSED = 'Steam did not confirm this sign-in. Please try again.';
const TROUBLE = 'Signing in does not work at the moment. Nothing is lost; please try again in a minute.';

function respond(int $status, string $body = '', array $headers = [], array $cookies = []): never
{
    header_remove('X-Powered-By');
    http_response_code($status);
    $usual = ['Cache-Control' => 'no-store', 'X-Content-Type-Options' => 'nosniff'];
    foreach ($headers + $usual as $name => $value) {
        header("$name: $value");
    }
    foreach ($cookies as $cookie) {
        header("Set-Cookie: $cookie", false);
    }
    exit($body);
}

function json(int $status, array $value, array $headers = []): never
{
    $type = ['Content-Type' => 'application/json; charset=utf-8'];
    respond($status, json_encode($value, JSON_UNESCAPED_SLASHES), $headers + $type);
}

function note(string $sentence): void
{
    error_log("paynow-auth: $sentence");
}

// --- Settings: from the environment, else from a file one folder above this one, where no address of the site leads.

function address(string $name, string $value, array &$errors): string
{
    $loopback = '(localhost|[^/:@]+\.localhost|127\.0\.0\.1|\[::1\])';
    if (!preg_match("~^(https://[^/:@?\#\s\\\\]+|http://$loopback)(:\d+)?(/[^?\#\s\\\\]*)?\z~i", $value)) {
        $errors[] = "$name is \"$value\": write a whole https address without ? and #, such as https://shop.example.";
        return '';
    }
    return rtrim($value, '/');
}

function originOf(string $address): string
{
    return preg_match('~^https?://[^/]+~i', $address, $found) ? strtolower($found[0]) : '';
}

function settings(): array
{
    $file = dirname(__DIR__) . '/paynow-auth-settings.php';
    $kept = is_file($file) ? require $file : [];
    $value = fn (string $name): string => trim((string) (getenv($name) ?: ($_SERVER[$name] ?? $kept[$name] ?? '')));
    $errors = [];
    foreach ([
        'PAYNOW_STORE_ID' => 'write the digits of your store id (PayNow dashboard, store settings)',
        'PAYNOW_API_KEY' => 'create an API key in the PayNow dashboard and give it to this server only',
        'SITE_URL' => 'write the address of the site with your shop, such as https://shop.example',
    ] as $name => $mend) {
        if ($value($name) === '') {
            $errors[] = "$name is not set: $mend.";
        }
    }
    $storeId = $value('PAYNOW_STORE_ID');
    if ($storeId !== '' && !preg_match('/^\d{1,20}\z/', $storeId)) {
        $errors[] = "PAYNOW_STORE_ID is \"$storeId\": write the digits of your store id.";
    }
    $apiKey = preg_replace('/^apikey\s+/i', '', $value('PAYNOW_API_KEY'));
    // The key also makes the keys of the cookies, which a short one could not protect.
    if ($apiKey !== '' && !preg_match('/^[\x21-\x7e]{16,}\z/', $apiKey)) {
        $errors[] = 'PAYNOW_API_KEY is no API key: it is one word of at least 16 characters.';
    }
    if (!function_exists('curl_init')) {
        $errors[] = 'PHP has no curl here: switch the extension curl on.';
    }
    $site = $value('SITE_URL') === '' ? '' : address('SITE_URL', $value('SITE_URL'), $errors);
    $own = originOf($site ?: 'https://shop.example') . ($_SERVER['SCRIPT_NAME'] ?? '');
    $settings = [
        'storeId' => $storeId,
        'apiKey' => $apiKey,
        'site' => $site,
        'origin' => originOf($site),
        'auth' => address('AUTH_URL', $value('AUTH_URL') ?: $own, $errors),
        'api' => address('PAYNOW_API_URL', $value('PAYNOW_API_URL') ?: 'https://api.paynow.gg', $errors),
        'steam' => address('STEAM_URL', $value('STEAM_URL') ?: 'https://steamcommunity.com/openid/login', $errors),
    ];
    if ($errors) {
        array_map(note(...), $errors);
        respond(500, 'Signing in is not set up yet. The reason is in the log of this server.');
    }
    return $settings;
}

// --- What is kept in the browser's cookies is signed, with a key of its own for each purpose.

function toText(string $bytes): string
{
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

function signature(string $body, string $purpose, array $settings): string
{
    $key = hash_hmac('sha256', "paynow-elements $purpose", $settings['apiKey'], true);
    return toText(hash_hmac('sha256', $body, $key, true));
}

function seal(array $content, int $seconds, string $purpose, array $settings): string
{
    $body = toText(json_encode($content + ['until' => time() + $seconds], JSON_UNESCAPED_SLASHES));
    return $body . '.' . signature($body, $purpose, $settings);
}

function open(string $sealed, string $purpose, array $settings): ?array
{
    if (!preg_match('/^([\w-]{1,3000})\.([\w-]{43})\z/', $sealed, $found)) {
        return null;
    }
    if (!hash_equals(signature($found[1], $purpose, $settings), $found[2])) {
        return null;
    }
    $content = json_decode(base64_decode(strtr($found[1], '-_', '+/')), true);
    return $content['until'] > time() ? $content : null;
}

function isSecure(array $settings): bool
{
    return str_starts_with(strtolower($settings['auth']), 'https:');
}

// The prefix makes browsers refuse such a cookie from a neighbouring site or an unsafe connection.
function cookieName(string $name, array $settings): string
{
    return (isSecure($settings) ? '__Host-' : '') . "paynow-$name";
}

function cookie(string $name, string $value, int $seconds, string $sameSite, array $settings): string
{
    $secure = isSecure($settings) ? '; Secure' : '';
    $full = cookieName($name, $settings);
    return "$full=$value; Path=/; Max-Age=$seconds; HttpOnly; SameSite=$sameSite$secure";
}

function kept(string $name, array $settings): string
{
    // PHP's own $_COOKIE decodes and renames; the header is read as it came.
    foreach (preg_split('/; */', $_SERVER['HTTP_COOKIE'] ?? '') as $pair) {
        [$key, $value] = explode('=', $pair, 2) + ['', ''];
        if ($key === cookieName($name, $settings)) {
            return $value;
        }
    }
    return '';
}

/** Ends all attempts but the newest, which browsers send last: too many cookies and no server reads the request. */
function endOldAttempts(array $settings): array
{
    $pattern = '/(?:^|; *)' . preg_quote(cookieName('steam-', $settings)) . '([\w-]{16})=/';
    preg_match_all($pattern, $_SERVER['HTTP_COOKIE'] ?? '', $found);
    $old = array_slice($found[1], 0, 1 - ATTEMPTS_AT_ONCE);
    return array_map(fn ($id) => cookie("steam-$id", '', 0, 'Lax', $settings), $old);
}

/** Whether a name is used for the first time. Every name is a file, which only one request can make. */
function claim(string $name, int $seconds, array $settings): bool
{
    $folder = sys_get_temp_dir() . '/paynow-auth-' . substr(signature('folder', 'claim', $settings), 0, 16);
    if (!is_dir($folder) && !@mkdir($folder, 0700) && !is_dir($folder)) {
        throw new \RuntimeException('the folder for temporary files cannot be written');
    }
    foreach (glob("$folder/*") ?: [] as $old) {
        if (@filemtime($old) < time() - $seconds) {
            @unlink($old);
        }
    }
    $file = $folder . '/' . hash('sha256', $name);
    $made = @fopen($file, 'x');
    if ($made === false && !is_file($file)) {
        throw new \RuntimeException('the folder for temporary files cannot be written');
    }
    return $made !== false;
}

// --- Asking Steam and PayNow.

/** @return array{int, string} Status and body. Redirects are not followed: they would take the key elsewhere. */
function ask(string $method, string $url, array $headers, ?string $body = null): array
{
    $curl = curl_init($url);
    curl_setopt_array($curl, [
        CURLOPT_CUSTOMREQUEST => $method,
        CURLOPT_HTTPHEADER => $headers,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_FOLLOWLOCATION => false,
        CURLOPT_CONNECTTIMEOUT => PATIENCE_SECONDS,
        CURLOPT_TIMEOUT => PATIENCE_SECONDS,
    ]);
    if ($body !== null) {
        curl_setopt($curl, CURLOPT_POSTFIELDS, $body);
    }
    $text = curl_exec($curl);
    if ($text === false) {
        throw new \RuntimeException(curl_error($curl));
    }
    return [curl_getinfo($curl, CURLINFO_RESPONSE_CODE), $text];
}

/** Reads the query as it came: PHP's own $_GET renames openid.mode and keeps only the last of two values. */
function query(): array
{
    $values = [];
    foreach (array_filter(explode('&', $_SERVER['QUERY_STRING'] ?? ''), strlen(...)) as $pair) {
        [$name, $value] = array_map(urldecode(...), explode('=', $pair, 2)) + ['', ''];
        $values['twice'] = ($values['twice'] ?? false) || array_key_exists("=$name", $values);
        $values["=$name"] = $value;
    }
    return $values;
}

function value(array $query, string $name): string
{
    return $query["=$name"] ?? '';
}

/** Whether the assertion was made just now: not more than five minutes ago, give or take two wrong clocks. */
function isFresh(string $nonce): bool
{
    if (!preg_match('/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)[\x21-\x7e]{1,200}\z/', $nonce, $found)) {
        return false;
    }
    $made = strtotime($found[1]);
    return $made !== false && $made > time() - 300 && $made < time() + 120;
}

/** What is wrong with an assertion, without asking anybody; an empty text when nothing is. */
function faultOf(array $query, string $returnTo, array $settings): string
{
    $field = fn (string $name): string => value($query, "openid.$name");
    $isAccount = preg_match('~^https://steamcommunity\.com/openid/id/\d{17}\z~', $field('claimed_id'));
    return match (true) {
        $query['twice'] ?? false => 'a parameter came twice',
        $field('ns') !== OPEN_ID => 'it is not OpenID 2.0',
        $field('mode') !== 'id_res' => 'its mode is not id_res',
        $field('op_endpoint') !== $settings['steam'] => 'it is not from Steam',
        $field('return_to') !== $returnTo => 'it was made for another address or another attempt',
        !$isAccount => 'it claims no Steam account',
        $field('identity') !== $field('claimed_id') => 'it names two accounts',
        array_diff(NEEDED, explode(',', $field('signed'))) !== [] => 'not everything in it is signed',
        $field('sig') === '' || $field('assoc_handle') === '' => 'it has no signature',
        !isFresh($field('response_nonce')) => 'it is too old or from the future',
        default => '',
    };
}

/** Asks Steam itself whether it has said this. */
function confirmWithSteam(array $query, array $settings): bool
{
    $fields = ['openid.mode' => 'check_authentication'];
    foreach ($query as $name => $text) {
        if (str_starts_with((string) $name, '=openid.')) {
            $fields += [substr($name, 1) => $text];
        }
    }
    [$status, $text] = ask('POST', $settings['steam'], ['Accept: text/plain'], http_build_query($fields));
    if ($status !== 200) {
        throw new \RuntimeException("Steam answered $status");
    }
    $lines = array_map(rtrim(...), explode("\n", $text));
    $verdict = array_values(array_filter($lines, fn ($line) => str_starts_with($line, 'is_valid:')));
    return in_array('ns:' . OPEN_ID, $lines, true) && $verdict === ['is_valid:true'];
}

/** @return array{int, array} What PayNow's Management API answers. */
function callPaynow(string $method, string $path, array $settings, ?array $body = null): array
{
    $headers = ["Authorization: APIKey {$settings['apiKey']}", 'Accept: application/json'];
    if ($body !== null) {
        $headers[] = 'Content-Type: application/json';
    }
    $text = $body === null ? ($method === 'POST' ? '' : null) : json_encode($body);
    $url = "{$settings['api']}/v1/stores/{$settings['storeId']}/customers$path";
    [$status, $answer] = ask($method, $url, $headers, $text);
    $value = json_decode($answer, true);
    return [$status, is_array($value) ? $value : []];
}

function failure(string $what, int $status, array $answer): \RuntimeException
{
    $code = is_string($answer['code'] ?? null) ? ' ' . substr($answer['code'], 0, 60) : '';
    return new \RuntimeException("PayNow answered $status$code when $what");
}

function idIn(int $status, array $answer): ?string
{
    $id = $answer['id'] ?? null;
    return $status === 200 && is_string($id) && preg_match('/^\d{1,20}\z/', $id) ? $id : null;
}

function lookUp(string $steamId, array $settings): ?string
{
    [$status, $answer] = callPaynow('GET', "/lookup?steam_id=$steamId", $settings);
    if ($status === 404) {
        return null;
    }
    return idIn($status, $answer) ?? throw failure('a customer was looked up', $status, $answer);
}

/** The id of the customer with this Steam account, who is made if the store does not know them yet. */
function customerOf(string $steamId, array $settings): string
{
    $known = lookUp($steamId, $settings);
    if ($known !== null) {
        return $known;
    }
    [$status, $answer] = callPaynow('POST', '', $settings, ['steam_id' => $steamId]);
    // Somebody who signs in twice at once is made once: the second attempt finds what the first one made.
    return idIn($status, $answer)
        ?? ($status < 500 ? lookUp($steamId, $settings) : null)
        ?? throw failure('a customer was made', $status, $answer);
}

/** A fresh token of this customer; nothing when the store has no such customer any more. */
function tokenOf(string $customer, array $settings): ?string
{
    [$status, $answer] = callPaynow('POST', "/$customer/tokens", $settings);
    $token = $answer['token'] ?? null;
    if ($status === 404) {
        return null;
    }
    return $status === 200 && is_string($token) && $token !== ''
        ? $token : throw failure('a token was made', $status, $answer);
}

// --- What shoppers see.

function page(
    int $status, string $title, string $body, array $cookies, string $data = '', string $script = ''
): never
{
    $nonce = toText(random_bytes(16));
    $policy = "default-src 'none'; style-src 'nonce-$nonce'; script-src 'nonce-$nonce'; connect-src 'self'; "
        . "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    $more = $data . ($script === '' ? '' : "<script nonce=\"$nonce\">\n$script\n</script>");
    respond($status, <<<HTML
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>$title</title>
        <style nonce="$nonce">
        :root { color-scheme: light dark; font: 1.05rem/1.5 system-ui, sans-serif; }
        body { display: grid; place-content: center; box-sizing: border-box; min-height: 100vh; margin: 0;
          padding: 1.5rem; }
        main { max-width: 30rem; }
        h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; }
        a { display: inline-block; margin: 0 .5rem .5rem 0; padding: .6rem 1.2rem; border: 1px solid;
          border-radius: .6rem; color: inherit; font-weight: 600; text-decoration: none; }
        a:hover { text-decoration: underline; }
        </style>
        <main><h1>$title</h1>$body</main>
        $more</html>

        HTML, [
        'Content-Type' => 'text/html; charset=utf-8',
        'Content-Security-Policy' => $policy,
        'Referrer-Policy' => 'no-referrer',
    ], $cookies);
}

function sorry(int $status, string $sentence, string $back, array $cookies, array $settings): never
{
    $again = htmlspecialchars("{$settings['auth']}?action=steam&return_to=" . urlencode($back));
    $home = htmlspecialchars($back);
    page($status, 'You are not signed in', "
<p>$sentence</p>
<p><a href=\"$again\">Try again</a><a href=\"$home\">Back to the shop</a></p>", $cookies);
}

/** Back to the shop; in a pop-up, tells the shop's window, at its own origin only, who has signed in, and closes. */
function finish(array $attempt, bool $isSignedIn, array $cookies, array $settings): never
{
    if (!$attempt['isPopup']) {
        respond(303, '', ['Location' => $attempt['back'], 'Referrer-Policy' => 'no-referrer'], $cookies);
    }
    $data = json_encode([
        'token' => "{$settings['auth']}?action=token",
        'origin' => $settings['origin'],
        'back' => $attempt['back'],
        'isSignedIn' => $isSignedIn,
    ], JSON_UNESCAPED_SLASHES | JSON_HEX_TAG);
    $home = htmlspecialchars($attempt['back']);
    // The token goes from this server into the message and is never part of the page. A pop-up that has lost the
    // window which opened it becomes the shop.
    page(200, $isSignedIn ? 'You are signed in' : 'You are not signed in', "
<p>You can close this window.</p><p><a href=\"$home\">Back to the shop</a></p>", $cookies,
        "<script type=\"application/json\" id=\"end\">$data</script>", <<<'HTML'
        const {token, origin, back, isSignedIn} = JSON.parse(document.querySelector('#end').textContent);
        const finish = async () => {
          if (!opener) return location.replace(back);
          if (isSignedIn) {
            const response = await fetch(token);
            if (response.status !== 200) throw new Error(response.status);
            const {customer_token, expires_at} = await response.json();
            opener.postMessage({type: 'paynow-sign-in', customer_token, expires_at}, origin);
          }
          close();
        };
        finish().catch(() => location.replace(back));
        HTML);
}

// --- The four addresses.

/** A place on the site to go back to. What is not plainly one of the site's own addresses becomes its front page. */
function placeOf(string $wish, array $settings): string
{
    $origin = $settings['origin'];
    $path = str_starts_with($wish, "$origin/") ? substr($wish, strlen($origin)) : $wish;
    return preg_match('~^/(?!/)[\x21-\x5b\x5d-\x7e]{0,1500}\z~', $path) ? $origin . $path : "{$settings['site']}/";
}

function start(array $query, array $settings): never
{
    // Frames, pictures and scripts of other sites begin no sign-in: only a person who goes here does.
    if (($_SERVER['HTTP_SEC_FETCH_DEST'] ?? 'document') !== 'document') {
        respond(403, 'Open this address in a window.');
    }
    $id = toText(random_bytes(12));
    $attempt = [
        'id' => $id,
        'back' => placeOf(value($query, 'return_to'), $settings),
        'isPopup' => value($query, 'popup') === '1',
    ];
    respond(303, '', [
        'Location' => $settings['steam'] . '?' . http_build_query([
            'openid.ns' => OPEN_ID,
            'openid.mode' => 'checkid_setup',
            'openid.return_to' => "{$settings['auth']}?action=callback&state=$id",
            'openid.realm' => originOf($settings['auth']) . '/',
            'openid.identity' => ANYBODY,
            'openid.claimed_id' => ANYBODY,
        ]),
        'Referrer-Policy' => 'no-referrer',
    ], [
        ...endOldAttempts($settings),
        cookie("steam-$id", seal($attempt, ATTEMPT_SECONDS, 'attempt', $settings), ATTEMPT_SECONDS, 'Lax', $settings),
    ]);
}

function callback(array $query, array $settings): never
{
    $id = value($query, 'state');
    $known = preg_match('/^[\w-]{16}\z/', $id) ? open(kept("steam-$id", $settings), 'attempt', $settings) : null;
    if ($known === null || $known['id'] !== $id) {
        sorry(403, LOST, "{$settings['site']}/", [], $settings);
    }
    $cookies = [cookie("steam-$id", '', 0, 'Lax', $settings)];
    if (value($query, 'openid.mode') === 'cancel') {
        finish($known, false, $cookies, $settings);
    }
    try {
        $fault = faultOf($query, "{$settings['auth']}?action=callback&state=$id", $settings);
        // Used up before Steam is asked, so that of two requests at once only one can go on.
        if ($fault === '' && !claim(value($query, 'openid.response_nonce'), 900, $settings)) {
            $fault = 'the same assertion came before';
        }
        if ($fault === '' && !confirmWithSteam($query, $settings)) {
            $fault = 'Steam does not confirm it';
        }
        if ($fault !== '') {
            note("A sign-in was refused: $fault.");
            sorry(403, REFUSED, $known['back'], $cookies, $settings);
        }
        $customer = customerOf(substr(value($query, 'openid.claimed_id'), -17), $settings);
    } catch (\RuntimeException $error) {
        note("A sign-in failed: {$error->getMessage()}.");
        sorry(502, TROUBLE, $known['back'], $cookies, $settings);
    }
    $session = seal(['customer' => $customer], SESSION_SECONDS, 'session', $settings);
    array_unshift($cookies, cookie('session', $session, SESSION_SECONDS, 'Strict', $settings));
    finish($known, true, $cookies, $settings);
}

/** Whether a page of the site itself asks, as far as the browser says; null when it says nothing. */
function isOwn(array $settings): ?bool
{
    $origin = $_SERVER['HTTP_ORIGIN'] ?? null;
    if ($origin !== null) {
        return in_array($origin, [$settings['origin'], originOf($settings['auth'])], true);
    }
    $site = $_SERVER['HTTP_SEC_FETCH_SITE'] ?? null;
    return $site === null ? null : $site === 'same-origin';
}

/** A page of the site on another host, such as www.shop.example beside auth.shop.example, may read the answers. */
function forSite(array $settings): array
{
    $origin = $_SERVER['HTTP_ORIGIN'] ?? '';
    $isOther = $origin === $settings['origin'] && $origin !== originOf($settings['auth']);
    return ['Vary' => 'Origin'] + ($isOther
        ? ['Access-Control-Allow-Origin' => $origin, 'Access-Control-Allow-Credentials' => 'true'] : []);
}

function token(array $settings): never
{
    if (isOwn($settings) === false) {
        json(403, ['error' => 'Only pages of the site itself may ask.']);
    }
    $session = open(kept('session', $settings), 'session', $settings);
    if ($session === null) {
        respond(204, '', forSite($settings));
    }
    try {
        $token = tokenOf($session['customer'], $settings);
    } catch (\RuntimeException $error) {
        note("A token could not be made: {$error->getMessage()}.");
        json(502, ['error' => 'PayNow does not answer at the moment.'], forSite($settings));
    }
    if ($token === null) {
        respond(204, '', forSite($settings), [cookie('session', '', 0, 'Strict', $settings)]);
    }
    $expires = gmdate('Y-m-d\TH:i:s\Z', min(time() + TOKEN_SECONDS, $session['until']));
    json(200, ['customer_token' => $token, 'expires_at' => $expires], forSite($settings));
}

function signOut(array $settings): never
{
    // Browsers always say where a POST comes from, so that silence is no page of the site.
    if (isOwn($settings) !== true) {
        json(403, ['error' => 'Only pages of the site itself may ask.']);
    }
    respond(204, '', forSite($settings), [cookie('session', '', 0, 'Strict', $settings)]);
}

(function (): never {
    $settings = settings();
    $query = query();
    $action = value($query, 'action');
    $method = ['steam' => 'GET', 'callback' => 'GET', 'token' => 'GET', 'sign-out' => 'POST'][$action] ?? null;
    if ($method === null) {
        respond(404, 'There is no such page.');
    }
    if ($_SERVER['REQUEST_METHOD'] !== $method) {
        respond(405, "This address takes $method.", ['Allow' => $method]);
    }
    match ($action) {
        'steam' => start($query, $settings),
        'callback' => callback($query, $settings),
        'token' => token($settings),
        'sign-out' => signOut($settings),
    };
})();
