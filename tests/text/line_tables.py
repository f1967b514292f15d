"""Lines of invented pages and what they are; one table for each recogniser of lines.

Outlets, people and events are invented, but for agencies and papers that a lexicon of the world's press must know.
"""

from __future__ import annotations

FURNITURE = {
    "navigation": """
        Home | About | Archive
        Home
        Skip to main content
        Contact us
        Back to top
        ↑ Back to Top
        Next article →
        « Previous Next »
        Home > World > Levant
        More stories
        Latest news
        الرئيسية
        الصفحة الرئيسية | من نحن | اتصل بنا
        العودة إلى الأعلى
        الخبر التالي
        عرض المزيد
        آخر الأخبار
        الرئيسية > أخبار > عربي ودولي
    """,
    "share": """
        Share this:
        Share on Facebook
        Tweet
        Share on Facebook Share on Twitter Share on WhatsApp
        EmailBlogThis!Share to TwitterShare to Facebook
        Like this: Like Loading...
        Follow us on Twitter @harbourpost
        12 Shares
        Copy link
        شارك على فيسبوك
        فيسبوك تويتر واتساب
        تابعونا على تلغرام
        أرسل لصديق
        مشاركة المقال
        عدد المشاهدات: ٤٥٠
    """,
    "print": """
        Print this page
        Font size
        طباعة
        حجم الخط
    """,
    "related": """
        Related Articles
        Related Videos
        See also
        You might also like
        More like this
        Recommended for you
        Read also
        اقرأ أيضاً
        إقرأ أيضا:
        مواضيع ذات صلة
        قد يعجبك أيضاً
        أخبار متعلقة
    """,
    "popular": """
        Most read
        Recent Posts
        Trending now
        الأكثر قراءة
        المشاركات الشائعة
    """,
    "comments": """
        No comments:
        4 Comments
        Comments (12)
        Leave a reply
        Post a Comment
        Be the first to comment
        Comments are closed.
        2 thoughts on “The bridge that never opened”
        التعليقات (3)
        لا توجد تعليقات
        أضف تعليقاً
        ٧ تعليقات
        ليست هناك تعليقات:
    """,
    "posted": """
        Posted by Editor at 4:12 PM
        Posted by admin on May 12, 2019
        Posted 3 hours ago
        5 min read
        Posted in News, World on 3 March 2018
        منذ 3 ساعات
        نشر بواسطة: المحرر
        مرسلة بواسطة نادر في 4:12 م
        وقت القراءة: 4 دقائق
    """,
    "labels": """
        Labels: Dams, River, Floods
        Tags:
        Filed under: Politics
        التسميات: أخبار، سدود
        كلمات مفتاحية:
    """,
    "subscribe": """
        Subscribe to: Posts (Atom)
        Unsubscribe | Manage preferences
        Sign up for our newsletter
        Subscribe now
        View this email in your browser
        Enter your email address
        اشترك في النشرة البريدية
        إلغاء الاشتراك
        الاشتراك في: الرسائل (Atom)
    """,
    "rights": """
        All rights reserved.
        © 2019 Harbour Post. All rights reserved.
        Copyright 2020 The Northern Courier
        Privacy Policy | Terms of Use
        Powered by Blogger.
        جميع الحقوق محفوظة
        جميع الحقوق محفوظة © موقع الشرفة 2018
        سياسة الخصوصية
    """,
    "search": """
        Search This Blog
        Search...
        بحث
        بحث هذه المدونة
        البحث في الموقع
    """,
    "readmore": """
        Read more...
        Continue reading →
        Read more »
        Click here for more
        اقرأ المزيد
        للمزيد اضغط هنا
        تتمة
    """,
    "media": """
        Click to see the full-size image
        Click image to enlarge
        View gallery
        Photos
        Play video
        شاهد الفيديو
        معرض الصور
        اضغط على الصورة للتكبير
    """,
    "advert": """
        Advertisement
        ADVERTISEMENT
        Sponsored content
        إعلان
        مساحة إعلانية
    """,
    "archive": """
        Older Posts Home
        Newer Posts Older Posts Home
        Blog Archive
        رسالة أقدم الصفحة الرئيسية
        الأرشيف
    """,
    "contents": """
        In this issue
        Table of contents
        MORNING BULLETIN
        في هذا العدد
        المحتويات
    """,
    "pages": """
        Page 2 of 7
        1 2 3 4 5 Next
        صفحة 3 من 9
    """,
    "cookies": """
        We use cookies to give you the best experience on our site.
        Accept all cookies
    """,
    "widget": """
        Prayer times
        مواقيت الصلاة
        أسعار العملات
    """,
    "mail": """
        ---------- Forwarded message ----------
        Sent from my iPhone
    """,
    "forum": """
        Quote Reply Like
        Joined: Mar 2011 Posts: 1,204
        Senior Member
        رد مع اقتباس
        تاريخ التسجيل: 12 مايو 2010
    """,
    "live": """
        Live updates
        Last updated
    """,
    "separator": """
        * * *
        -----
        ###
        ~~~
        ⁂
        ــــــ
    """,
}

NOT_FURNITURE = """
    Dam reopens after three weeks of floods
    Home at last: the village that came back
    Search for survivors continues in the hills
    Share of farmland under water doubles
    The archive that survived the fire
    Related families sue over the bridge
    Comments by the minister anger fishermen
    No comment from the palace on the harbour deal
    Posted to the border, they never came home
    Read the river: how farmers learned to wait
    More than 40 hurt as ferry runs aground
    Print workers strike in the capital
    Follow the money: who paid for the canal
    Subscribe or starve: the new business of news
    Photos show damage to the old mill
    Video of the landslide spreads fear
    Advertisement ban angers shopkeepers
    Next week the council votes on the water law
    Back to school in a town without schools
    Top general quits over harbour clash
    About forty people were on board, the coastguard said.
    Contact with the ferry was lost at 4:12 PM on Tuesday.
    World powers meet on the river dispute
    Live fire exercise kills two soldiers
    Latest flood leaves hundreds homeless
    Opinion: the river belongs to nobody
    A page from the miller's diary
    The minister said the dam would reopen on Monday.
    He told Harbour Post that the talks had failed.
    Weather delays search for the ferry
    Cookies and coffee for the rescuers
    Breaking the silence in Marn valley
    Army retakes the northern crossing
    Mail boat sinks off Tarsa
    Forum of river states opens without Ostrava
    Edition of 1912 found in a cellar
    Rights groups denounce the arrests
    Terms of the truce remain secret
    Popular uprising in the lower valley
    Reading the water: an engineer's story
    Most of the valley is under water
    Two comments from the governor started the riot
    سدّ المرن يعود إلى العمل بعد ثلاثة أسابيع
    الجيش يستعيد المعبر الشمالي
    أخبار سيئة للمزارعين في الوادي الأسفل
    البحث عن ناجين مستمر لليوم الثالث
    المزيد من القتلى في انهيار الجسر
    شارك المئات في تشييع ضحايا العبارة
    صور من الفيضان تثير الغضب
    التعليقات الساخرة للوزير تشعل الاحتجاجات
    العودة إلى القرية بعد عشر سنوات
    بحث الوزيران أزمة المياه في لقاء مغلق
    إعلان وقف إطلاق النار عند النهر
    طباعة العملة الجديدة تثير مخاوف التجار
    قال الوزير إن السد سيفتح يوم الاثنين
    الأكثر فقراً يدفعون ثمن الفيضان
    منذ ثلاث ساعات لم يخرج أحد من النفق
    اقرأ النهر: كيف تعلم الفلاحون الانتظار
    حقوق المزارعين في مهب الريح
    رسالة مفتوحة إلى محافظ المرن
    اشترك في الهجوم مئة مسلح
    مباشر بعد الهدنة عاد القصف
    صفحة جديدة في تاريخ الوادي
    تابع المزارعون سير المفاوضات بقلق
"""

# line | the name in it
BYLINES = """
    By Edwin Marlow | Edwin Marlow
    by Edwin Marlow | Edwin Marlow
    By: Sandra Kheir | Sandra Kheir
    BY EDWIN MARLOW | EDWIN MARLOW
    By Edwin Marlow and Sandra Kheir | Edwin Marlow and Sandra Kheir
    By Edwin Marlow, Sandra Kheir & Tomas Revel | Edwin Marlow, Sandra Kheir & Tomas Revel
    By Dr. Hanan Sayegh | Dr. Hanan Sayegh
    By J. R. Whitlock | J. R. Whitlock
    By Jean-Pierre Lavallois | Jean-Pierre Lavallois
    By Omar al-Khatib | Omar al-Khatib
    By Abdul Rahman al-Masri | Abdul Rahman al-Masri
    Written by Edwin Marlow | Edwin Marlow
    Story by Lucinda Farrow | Lucinda Farrow
    Reported by Sandra Kheir in Tarsa | Sandra Kheir
    By Sandra Kheir in Beirut | Sandra Kheir
    By Edwin Marlow, Staff Writer | Edwin Marlow
    By Edwin Marlow | The Northern Courier | Edwin Marlow
    By Edwin Marlow for Harbour Post | Edwin Marlow
    By Edwin Marlow - 12 May 2019 | Edwin Marlow
    By Edwin Marlow, Beirut | Edwin Marlow
    Author: Lucinda Farrow | Lucinda Farrow
    Edwin Marlow | Edwin Marlow
    Sandra Kheir | Sandra Kheir
    Tariq Mansour | Tariq Mansour
    Robert O'Brien | Robert O'Brien
    Elena Petrova | Elena Petrova
    Giulia Moretti | Giulia Moretti
    Mehmet Yıldırım | Mehmet Yıldırım
    Hossein Karimi | Hossein Karimi
    Sandra Kheir, Beirut | Sandra Kheir
    Sandra Kheir - Damascus | Sandra Kheir
    Beirut - Sandra Kheir | Sandra Kheir
    Edwin Marlow, Harbour Post correspondent | Edwin Marlow
    Edwin Marlow in London and Sandra Kheir in Beirut | Edwin Marlow
    By The Associated Press | The Associated Press
    By Staff Reporter | Staff Reporter
    Staff Writer | Staff Writer
    By Agencies | Agencies
    Agencies | Agencies
    — Edwin Marlow | Edwin Marlow
    بقلم: نادر الخطيب | نادر الخطيب
    بقلم نادر الخطيب | نادر الخطيب
    بقلم : د. سلوى البيطار | د. سلوى البيطار
    كتب نادر الخطيب | نادر الخطيب
    كتبت سلوى البيطار: | سلوى البيطار
    كتب: عبد الرحمن الشامي | عبد الرحمن الشامي
    إعداد: سلوى البيطار | سلوى البيطار
    حاوره: ماهر قصاب | ماهر قصاب
    تقرير: ماهر قصاب | ماهر قصاب
    تحقيق - ماهر قصاب | ماهر قصاب
    بقلم الكاتب ماهر قصاب | ماهر قصاب
    خاص - ماهر قصاب | ماهر قصاب
    نادر الخطيب | نادر الخطيب
    سلوى البيطار | سلوى البيطار
    ماهر قصّاب | ماهر قصّاب
    عبد الكريم الحوراني | عبد الكريم الحوراني
    محمد علي الشامي | محمد علي الشامي
    نادر الخطيب وسلوى البيطار | نادر الخطيب وسلوى البيطار
    نادر الخطيب، سلوى البيطار | نادر الخطيب، سلوى البيطار
    نادر الخطيب - بيروت | نادر الخطيب
    نادر الخطيب ــ دمشق | نادر الخطيب
    بيروت - نادر الخطيب | نادر الخطيب
    بيروت / سلوى البيطار | سلوى البيطار
    سلوى البيطار (كاتبة لبنانية) | سلوى البيطار
    نادر الخطيب | صحيفة الضفة | نادر الخطيب
    وكالات | وكالات
    هيئة التحرير | هيئة التحرير
    بقلم: هيئة التحرير | هيئة التحرير
    المحرر السياسي | المحرر السياسي
"""

NOT_BYLINES = """
    By the time help came, the ferry had sunk
    By the Numbers
    By Popular Demand
    By land and sea, the rescuers came
    By Monday the water had fallen
    By contrast, Ostrava kept its gates shut
    By Design or by Accident?
    By Air, By Sea, By Rail
    Written in Stone
    Story of a River
    Jordan Valley
    Paris Agreement
    Grace Under Fire
    Mark My Words
    Hope Springs Eternal
    Will Power Return
    Army Chief Resigns
    Robert Marlow Dies at 80
    Sandra Kheir wins the river prize
    Sandra Kheir: the river is ours
    Edwin Marlow, who led the search, said the boat was lost.
    Georgia Votes
    Victoria Falls
    Saint Petersburg Metro Bombing
    Kurdistan Independence Referendum
    Related Articles
    Open Ledger
    The Northern Courier
    Levant Wire
    Source: Levant Wire
    Translation
    In Marn Valley
    Water Law Passed
    Death Toll Rises
    Black Friday
    North Bank
    General Assembly
    Report says dam unsafe
    Report: Dam Unsafe
    From Dawn to Dusk
    Text of the agreement
    With Friends Like These
    Saleh Accuses Rivals
    كتب التاريخ المدرسية
    كتب الرئيس رسالة إلى البرلمان
    كتبت الصحيفة أن السد لن يفتح
    تقرير الأمم المتحدة
    تقرير: السد غير آمن
    خاص بالنساء
    حوار الطرشان
    إعداد الموازنة الجديدة
    الجيش يتقدم
    سقوط الجسر
    علي يعود إلى القرية
    الحرب على الماء
    سعيد بالعودة
    جمال الطبيعة
    أمل جديد
    نور في آخر النفق
    رحيل نادر الخطيب
    نادر الخطيب يفوز بالجائزة
    مقتل خمسة في المرن
    وكالة الأفق
    صحيفة الضفة
    محمد الخطيب: النهر لنا
    كمال الصورة
    وزير الدفاع
    حصاد اليوم
    سوريا والعراق
    في ذكرى الفيضان
    لقاء موسكو
"""

OUTLETS = """
    The Northern Courier
    Levant Wire
    Harbour Post
    Meridian Agency
    Tarsa Times
    Marn Valley Gazette
    The River Tribune
    Coastal News Network
    Ostrava Herald
    The Evening Lantern
    Radio Tarsa
    The Delta Monitor
    Highland Broadcasting Corporation
    Blue Nile Press
    tarsatimes.com
    www.marn-valley.org
    Delta Today
    The Olive Review
    Reuters
    AFP
    Agence France-Presse
    The Associated Press
    AP
    Al Jazeera
    Al-Manar Website
    SANA
    Al-Akhbar
    The Guardian
    BBC News
    The New York Times
    Le Monde
    TASS
    Anadolu Agency
    Middle East Eye
    صحيفة الضفة
    وكالة الأفق
    موقع الشرفة
    جريدة الميناء الجديد
    شبكة النهر الإخبارية
    قناة المرن الفضائية
    مجلة الحقول
    إذاعة الوادي
    بوابة الساحل
    المرن نيوز
    الوادي برس
    وكالة أنباء المرن
    موقع «الطاحونة»
    رويترز
    أ ف ب
    أ.ف.ب
    (أ ف ب)
    «رويترز»
    سانا
    وكالة سانا
    فرانس برس
    صحيفة الأخبار
    قناة الجزيرة
    القدس العربي
    الأناضول
    الوكالة الوطنية للإعلام
    أسوشيتد برس
    «الأخبار»
"""

NOT_OUTLETS = """
    Dam Reopens
    Army Chief Quits
    Death Toll Rises in Marn Flood
    The minister said the dam would reopen.
    Sandra Kheir
    Edwin Marlow
    By Edwin Marlow
    12 May 2019
    Related Articles
    More than 40 hurt
    Water
    A River Runs Dry
    Breaking the Silence
    What the Governor Knew
    Hundreds Flee Ahead of Storm
    No Way Back for the Displaced
    Rebels Retake Northern Crossing After Three Days
    why the bridge fell
    In the Valley
    Who Owns the River?
    Talks Fail Again
    President Meets Envoy
    Two Killed, Five Wounded
    Farmers Demand Water
    UN Warns of Famine
    He Came Back
    Translation
    Source
    Why We Left
    Election Results
    Peace Talks
    Killing Fields
    سقوط الجسر
    الجيش يتقدم شرق النهر
    نادر الخطيب
    سلوى البيطار
    بقلم: نادر الخطيب
    وكالة الطاقة تحذر من كارثة في السد
    قناة السويس تعود إلى العمل بعد جنوح السفينة
    موقع الانفجار في وسط المدينة
    شبكة تهريب تقع في قبضة الأمن
    صحيفة تكشف أسرار الصفقة
    قال الوزير إن السد سيفتح
    مقتل خمسة في المرن
    الحرب على الماء
    في ذكرى الفيضان
    12 أيار 2019
    يوم طويل
    من يملك النهر؟
    المصدر
    ترجمة
    عودة النازحين
    زيارة الرئيس إلى موسكو
    انهيار الليرة
    لا ماء ولا كهرباء
    وزير الخارجية يزور دمشق
    تحرير البلدة
    مركز المدينة تحت الماء
    هيئة المحلفين لم تتفق بعد
    ماذا بعد الهدنة
    خسائر فادحة
"""

# lines, with / for a new line | kind | to whom
CREDITS = """
    Source: Levant Wire | source | Levant Wire
    Source : Levant Wire | source | Levant Wire
    Source - Levant Wire | source | Levant Wire
    SOURCE: AFP | source | AFP
    SourceAFP | source | AFP
    SourceReuters | source | Reuters
    Source: Al-Manar Website | source | Al-Manar Website
    Source / Open Ledger | source | Open Ledger
    Source: / Open Ledger | source | Open Ledger
    Source: "The Northern Courier" | source | The Northern Courier
    Source: tarsatimes.com | source | tarsatimes.com
    Sources: AFP, Reuters | source | AFP, Reuters
    This article was first published by Harbour Post | first published by | Harbour Post
    This article was first published by Harbour Post on 3 May 2018. | first published by | Harbour Post
    This piece originally appeared in The Northern Courier. | first published by | The Northern Courier
    Originally published at Open Ledger. | first published by | Open Ledger
    First published in Tarsa Times | first published by | Tarsa Times
    A version of this article first appeared in Delta Today. | first published by | Delta Today
    Republished from Tarsa Times with permission. | source | Tarsa Times
    Courtesy of Meridian Agency | source | Meridian Agency
    (via Open Ledger) | via | Open Ledger
    Via Levant Wire | via | Levant Wire
    via: Harbour Post | via | Harbour Post
    h/t Sandra Kheir | via | Sandra Kheir
    Translation / Lucinda Farrow | translation | Lucinda Farrow
    Translation: Lucinda Farrow | translation | Lucinda Farrow
    Translated by Lucinda Farrow | translation | Lucinda Farrow
    Translated from the Arabic by Lucinda Farrow | translation | Lucinda Farrow
    Photo: Reuters | photo | Reuters
    Photo by Edwin Marlow | photo | Edwin Marlow
    Photo:Reuters | photo | Reuters
    Photo: Edwin Marlow/Reuters | photo | Edwin Marlow/Reuters
    Image credit: Getty Images | photo | Getty Images
    Photo courtesy of Marn Council | photo | Marn Council
    Rescuers search the river bank (AFP) | photo | AFP
    Boats on the river near Tarsa [Sandra Kheir/Reuters] | photo | Sandra Kheir/Reuters
    The council will meet on Monday. (Reuters) | agency | Reuters
    TARSA, May 3 (Reuters) - The dam will reopen. | agency | Reuters
    BEIRUT (AP) — The dam will reopen. | agency | AP
    (Reuters) - The dam will reopen on Monday. | agency | Reuters
    -- Edwin Marlow, Harbour Post | source | Harbour Post
    — Sandra Kheir, Levant Wire | source | Levant Wire
    He said talks would go on. Source: AFP | source | AFP
    المصدر: وكالة الأفق | source | وكالة الأفق
    المصدر : صحيفة الضفة | source | صحيفة الضفة
    المصدر / موقع الشرفة | source | موقع الشرفة
    المصدر: / رويترز | source | رويترز
    المصدر: «الأخبار» | source | الأخبار
    المصدر: رويترز + أ ف ب | source | رويترز + أ ف ب
    (وكالة الأفق) | agency | وكالة الأفق
    المصدر: تلفورا الآن | source | تلفورا الآن
    القصة كاملة على موقع الشرفة | source | موقع الشرفة
    للمزيد: صحيفة الضفة | source | صحيفة الضفة
    حقوق النشر صحيفة الضفة | source | صحيفة الضفة
    جميع الحقوق محفوظة لصحيفة الضفة | source | صحيفة الضفة
    نشرته صحيفة الضفة | source | صحيفة الضفة
    المقال الأصلي: موقع الشرفة | source | موقع الشرفة
    Source: Telvora Now | source | Telvora Now
    SOURCE HARBOUR POST | source | HARBOUR POST
    Continue reading on Telvora | source | Telvora
    Full story: Telvora | source | Telvora
    From: Telvora | source | Telvora
    © 2015 Harbour Post | source | Harbour Post
    Copyright Harbour Post | source | Harbour Post
    Published by Telvora | source | Telvora
    A view of the dam at noon (Telvora Agency) | photo | Telvora Agency
    (أ ف ب) | agency | أ ف ب
    (أ ف ب، رويترز) | agency | أ ف ب، رويترز
    (رويترز) | agency | رويترز
    نقلاً عن صحيفة الضفة | source | صحيفة الضفة
    نقلا عن: موقع الشرفة | source | موقع الشرفة
    نُشر هذا المقال في صحيفة الضفة | first published by | صحيفة الضفة
    ترجمة: سلوى البيطار | translation | سلوى البيطار
    ترجمة / سلوى البيطار | translation | سلوى البيطار
    ترجمة سلوى البيطار | translation | سلوى البيطار
    تصوير: ماهر قصاب | photo | ماهر قصاب
    صورة من الأرشيف (أ ف ب) | photo | أ ف ب
    عناصر الإنقاذ عند الجسر المنهار (رويترز) | photo | رويترز
    دمشق-سانا | agency | سانا
    بيروت (أ ف ب) - أعلن الوزير أن السد سيفتح | agency | أ ف ب
    نادر الخطيب - وكالة الأفق | source | وكالة الأفق
    نادر الخطيب، صحيفة الضفة | source | صحيفة الضفة
    وقال إن المحادثات ستستمر. المصدر: رويترز | source | رويترز
    وأكد أن السد آمن. (سانا) | agency | سانا
"""

NOT_CREDITS = """
    OVERVIEW OF THE BATTLE (MAPS, PHOTOS, VIDEOS)
    Three days on the river (Map, Photos)
    From: Nadia Haddad
    Published by Nadia Haddad
    Published on 3 May 2015
    More from World
    Report from Beirut
    Copyright law reform passes
    Credit: Supplied image
    نشر في دمشق
    نشر في 3 آب 2015
    المزيد: الحرب في سوريا
    Source says army will withdraw from the bridge
    Sources: army to withdraw from the bridge within days
    Source of the river found at last
    Source: Army Will Withdraw From the Bridge
    Source Code Leaks Online
    Sources close to the talks said a deal was near.
    Via Dolorosa pilgrims return
    Translation of power: who rules the valley
    Translation is an art, the poet said.
    Photo shows damage to the old mill
    Photos of the flood
    Photographer killed in Tarsa
    Image of the nation
    Video: the moment the dam burst
    First published accounts of the flood are false
    Published in haste, regretted at leisure
    Agency warns of famine in the valley
    Agencies struggle to reach the valley
    The dam (built in 1962) will reopen.
    The council met on Monday (see page 4)
    The minister (left) and the envoy
    Marn River (north bank)
    The talks failed (again)
    According to Reuters, the dam will reopen on Monday.
    He told Reuters that the talks had failed.
    The dam will reopen, Reuters reported.
    Edwin Marlow
    By Edwin Marlow
    Levant Wire
    Beirut - the city that never sleeps
    Damascus — a new beginning
    The river – and the people who live by it
    Edwin Marlow - the man who saw the flood
    Courtesy costs nothing
    Credit crunch hits farmers
    Thanks to the rescuers, all survived
    Translation
    Source
    -- and then the bridge fell
    — I did not see it coming, he said
    Photo finish in Tarsa race
    مصدر: الجيش سينسحب من الجسر خلال أيام
    مصدر أمني ينفي انسحاب الجيش
    مصادر: اتفاق وشيك حول السد
    المصدر الوحيد للمياه في الوادي جف
    نقلاً عن مصدر عسكري، قالت الوكالة إن الجيش سينسحب
    وقالت سانا نقلاً عن مصدر عسكري إن السد آمن
    عن أي سلام نتحدث؟
    عن الحب والحرب
    ترجمة القرار على الأرض تحتاج إلى وقت
    ترجمة الوعود إلى أفعال
    صورة الشرق الأوسط الجديد
    صور من الفيضان تثير الغضب
    تصوير المشهد من الجو
    وكالة الطاقة تحذر من كارثة
    وكالات الإغاثة تعجز عن الوصول
    عبر النهر إلى المجهول
    السد (الذي بني عام 1962) سيعود إلى العمل
    نهر المرن (الضفة الشمالية)
    وقال الوزير (يسار) إن السد آمن
    بيروت - مدينة لا تنام
    دمشق: بداية جديدة
    نادر الخطيب
    نادر الخطيب - بيروت
    وكالة الأفق
    قالت رويترز إن السد سيفتح الاثنين
    - ثم سقط الجسر
    وفق ما نقلت وكالة الأفق عن شهود
"""

CAPTIONS = """
    File photo
    A file picture of the area
    FILE PHOTO: Rescuers search the river bank
    In this photo released by the council, rescuers search the bank
    A satellite image of the broken dam
    Photo for illustration
    Illustrative image
    An aerial view of the flooded valley
    Rescuers search the river bank (AFP)
    Boats on the river near Tarsa [Sandra Kheir/Reuters]
    Governor Edwin Marlow (left) with the envoy
    The old mill before the flood. (Photo: Sandra Kheir)
    Rescuers on the bank (Photo by Edwin Marlow)
    Army spokesman, Edwin Marlow
    River council chairman, Tomas Revel
    Screenshot of the video
    From left: Edwin Marlow, Sandra Kheir and Tomas Revel
    The dam in 1962 (archive)
    Pictured: the old mill
    This handout photo shows the broken bridge
    صورة أرشيفية
    صورة من الأرشيف
    صورة من الأرشيف (أ ف ب)
    أرشيفية
    عناصر الإنقاذ عند الجسر المنهار (رويترز)
    المزارعون يراقبون النهر من الضفة (أ ف ب)
    الناطق باسم الجيش، نادر الخطيب
    وزير المياه، ماهر قصاب
    صورة جوية للسد بعد الانهيار
    الوزير (يمين) خلال لقائه المحافظ
    تظهر الصورة الجسر بعد سقوطه
    من اليمين: نادر الخطيب وماهر قصاب
    صورة تعبيرية
    (أرشيف)
    السد عام 1962 - أرشيف
    لقطة من الفيديو
"""

NOT_CAPTIONS = """
    The minister said on Monday the dam would reopen.
    Dam reopens after three weeks of floods
    Photos show damage to the old mill
    Photographers march in the capital
    Image problem haunts the governor
    Army Spokesman Denies Withdrawal
    Edwin Marlow
    By Edwin Marlow
    Source: AFP
    The council met for three hours and did not agree on a date.
    Rebels Retake Northern Crossing
    Below the dam, farmers wait for water that never comes.
    Left alone, the village learned to fish.
    Above all, he said, the river must flow.
    Pictures of health: the doctors of Tarsa
    Video games and the war
    Map of the future
    In this house nobody speaks of the flood.
    The general view is that talks will fail.
    Aerial attacks resume
    Top general quits over harbour clash
    President, parliament split on water law
    Right to water: a court decides
    File closed on the bridge disaster
    A View From the Bridge
    Related Articles
    12 May 2019
    He (Marlow) never came back, she said.
    The talks (held in Tarsa) failed.
    قال الوزير إن السد سيفتح يوم الاثنين.
    صورة الشرق الأوسط الجديد
    صور من الفيضان تثير الغضب
    الجيش يستعيد المعبر الشمالي
    نادر الخطيب
    بقلم: نادر الخطيب
    المصدر: رويترز
    الناطق باسم الجيش ينفي الانسحاب
    وزير المياه: السد آمن
    أرشيف الدولة يفتح أبوابه للباحثين
    في الصورة الكبرى خاسر واحد
    مشهد عام مرتبك قبل الانتخابات
    خريطة طريق للحل
    من اليمين إلى اليسار الجميع يرفض القانون
    لقطات لا تنسى من حياة مدينة
    12 أيار 2019
    اقرأ أيضاً
    سقوط الجسر
"""


def rows(table: str) -> list[str]:
    """The lines of a table, without the indentation."""
    return [line.strip() for line in table.strip().splitlines()]


def cells(table: str) -> list[tuple[str, ...]]:
    """The lines of a table cut at its bars; the last cells are the answers."""
    return [tuple(cell.strip() for cell in line.rsplit(" | ", 1)) for line in rows(table)]


def credit_cells() -> list[tuple[list[str], str, str]]:
    """Lines, kind and party of every credit."""
    found = []
    for row in rows(CREDITS):
        text, kind, to = (cell.strip() for cell in row.rsplit(" | ", 2))
        # A slash with blanks around it stands for a line break, but not inside the name.
        lines = [part.strip() for part in text.split(" / ")]
        found.append((lines, kind, to))
    return found
